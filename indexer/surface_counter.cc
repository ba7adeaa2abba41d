#include "indexer/surface_counter.h"

#include <algorithm>
#include <map>

#include "index/character.h"
#include "index/fold.h"
#include "index/language_tag.h"
#include "index/stems.h"
#include "index/surface.h"
#include "index/term.h"

namespace backfile {
namespace {

constexpr char kTurkish = '\x01';  // stands in no word

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

void SurfaceCounter::count(std::string_view written, std::string_view language) {
  const auto first = std::ranges::find_if(written, is_beyond_ascii);
  if (first == written.end()) return;
  const auto at = static_cast<std::size_t>(first - written.begin());
  if (const CodePoint c = character_at(written, at).code; !is_mark(c) && !is_cased(c)) return;
  key_ = written;
  const std::string_view primary = primary_language(language);
  if (primary == "tr" || primary == "az") key_ += kTurkish;
  ++spellings_[key_];
  if (spellings_.size() > most_) make_room();
}

void SurfaceCounter::make_room() {
  while (spellings_.size() > most_ / 2) {
    for (auto& [spelling, count] : spellings_) count /= 2;
    std::erase_if(spellings_, [](const auto& entry) { return entry.second == 0; });
  }
}

void SurfaceCounter::write(Xapian::WritableDatabase& database) const {
  std::map<std::string, Surfaces> terms;
  for (const auto& [key, count] : spellings_) {
    std::string_view written = key;
    const bool turkish = written.ends_with(kTurkish);
    if (turkish) written.remove_suffix(1);
    const std::string folded = fold(written);
    if (!has_forms(folded) || folded.size() > kMaxTermBytes) continue;
    terms[folded][surface_of(written, turkish ? "tr" : "")] += count;
  }
  for (const auto& [term, surfaces] : terms) {
    if (surfaces.size() == 1 && surfaces.begin()->first == term) continue;
    database.set_metadata(std::string(kSurfaceKey) + term, write_surfaces(surfaces));
  }
}

}  // namespace backfile
