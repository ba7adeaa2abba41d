#include "index/surface.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "index/character.h"
#include "index/language_tag.h"

namespace backfile {
namespace {

const icu::Normalizer2& nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalization data: install libicu");
  return *normalizer;
}

}  // namespace

std::string surface_of(std::string_view written, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(written.data(), static_cast<std::int32_t>(written.size())));
  const std::string_view primary = primary_language(language);
  text.toLower(primary == "tr" || primary == "az" ? icu::Locale("tr") : icu::Locale::getRoot());
  text = nfkc().normalize(text, status);
  icu::UnicodeString clean;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool dot_of_small_i = c == 0x0307 && i > 0 && text.charAt(i - 1) == u'i';
    if (is_invisible(c) || c == 0xFFFD || dot_of_small_i) continue;
    clean.append(is_apostrophe(c) ? UChar32{u'\''} : c);
  }
  std::string surface;
  return clean.toUTF8String(surface);
}

std::string write_surfaces(const Surfaces& surfaces) {
  std::string text;
  for (const auto& [surface, count] : surfaces) text += std::to_string(count) + ' ' + surface + '\n';
  return text;
}

void add_surfaces(std::string_view text, Surfaces& surfaces) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    std::uint64_t count = 0;
    const auto [rest, error] = std::from_chars(line.data(), line.data() + line.size(), count);
    const auto begin = static_cast<std::size_t>(rest - line.data());
    if (error != std::errc{} || begin + 1 >= line.size() || line[begin] != ' ') continue;
    surfaces[std::string(line.substr(begin + 1))] += count;
  }
}

std::string commonest_surface(std::string_view term, std::uint64_t times, const Surfaces& surfaces) {
  std::uint64_t counted = 0;
  for (const auto& [surface, count] : surfaces) counted += count;
  std::string commonest(term);
  std::uint64_t most = times > counted ? times - counted : 0;
  for (const auto& [surface, count] : surfaces) {
    const std::uint64_t whole = surface == term ? count + (times > counted ? times - counted : 0) : count;
    if (whole < most) continue;
    commonest = surface;
    most = whole;
  }
  return commonest;
}

}  // namespace backfile
