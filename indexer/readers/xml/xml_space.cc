#include "indexer/readers/xml/xml_space.h"

#include <algorithm>

namespace backfile {
namespace {

struct Space {
  std::string_view uri;  // without the scheme, www. and a slash at the end
  std::string_view name;
};

constexpr Space kSpaces[] = {
    {"purl.org/dc/elements/1.1", "dc"},
    {"purl.org/dc/elements/1.0", "dc"},
    {"purl.org/dc/terms", "dcterms"},
    {"purl.org/rss/1.0/modules/content", "content"},
    {"w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    {"w3.org/1999/xhtml", "xhtml"},
    {"w3.org/XML/1998/namespace", "xml"},
    {"search.yahoo.com/mrss", "media"},
    {"itunes.com/dtds/podcast-1.0.dtd", "itunes"},
    {"rssnamespace.org/feedburner/ext/1.0", "feedburner"},
    {"wordpress.org/export/1.0", "wp"},
    {"wordpress.org/export/1.1", "wp"},
    {"wordpress.org/export/1.2", "wp"},
    {"wordpress.org/export/1.0/excerpt", "excerpt"},
    {"wordpress.org/export/1.1/excerpt", "excerpt"},
    {"wordpress.org/export/1.2/excerpt", "excerpt"},
    {"schemas.google.com/blogger/2018", "blogger"},
};

// Where no prefix stands, these are simply the document's own words.
constexpr std::string_view kAtom[] = {"w3.org/2005/Atom", "purl.org/atom/ns#"};

// These are the document's own words with a prefix too: no other vocabulary has them as a part. A version follows.
constexpr std::string_view kOwn[] = {"iptc.org/std/nar/", "iptc.org/std/NITF/"};

std::string_view bare(std::string_view uri) {
  if (const std::size_t scheme = uri.find("://"); scheme != std::string_view::npos) uri.remove_prefix(scheme + 3);
  if (uri.starts_with("www.")) uri.remove_prefix(4);
  if (uri.ends_with('/')) uri.remove_suffix(1);
  return uri;
}

}  // namespace

std::string xml_space(std::string_view uri, std::string_view prefix) {
  const std::string_view known = bare(uri);
  if (const auto row = std::ranges::find(kSpaces, known, &Space::uri); row != std::ranges::end(kSpaces)) {
    return std::string(row->name);
  }
  if (std::ranges::find(kAtom, known) != std::ranges::end(kAtom)) return prefix.empty() ? "" : "atom";
  const bool own = std::ranges::any_of(kOwn, [&](std::string_view start) { return known.starts_with(start); });
  return own ? "" : std::string(prefix);
}

}  // namespace backfile
