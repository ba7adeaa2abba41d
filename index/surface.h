// Surface forms: how the words of the archive are really written, in small letters and with their accents. Terms are
// folded (index/fold.h); stemmers want inundación, not inundacion, and so do readers of a suggestion.
//
// How often each surface of a term stands in a segment is kept in the segment's own Xapian metadata, under
// kSurfaceKey and the term, for terms with letters beyond ASCII alone. There it is sealed with the segment, shared with
// it between generations, and merged by adding up (Xapian's Compactor hands values of one key together to
// resolve_duplicate_metadata): no other file to keep in step.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace backfile {

inline constexpr std::string_view kSurfaceKey = "surface:";

// `written` (one word of text, UTF-8) in small letters, NFKC, apostrophes straight, invisible characters gone. Capital
// I and İ of Turkish and Azeri ("tr", "az") become their own small letters; `language` may be any tag or empty.
std::string surface_of(std::string_view written, std::string_view language = {});

// How often a term is written so, by surface. Those of plain ASCII letters are not counted: they are the rest.
using Surfaces = std::map<std::string, std::uint64_t>;

// One surface a line, with its count before it: "12 café\n".
std::string write_surfaces(const Surfaces& surfaces);
// Adds what write_surfaces wrote to `surfaces`; passes over lines of another form.
void add_surfaces(std::string_view text, Surfaces& surfaces);

// The commonest way to write `term`, which stands `times` times in the archive: what is not in `surfaces` was written
// as the term itself. Of two as common, the one with more accents (the later in byte order).
std::string commonest_surface(std::string_view term, std::uint64_t times, const Surfaces& surfaces);

}  // namespace backfile
