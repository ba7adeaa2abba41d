#include "indexer/cleaning/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <array>
#include <string_view>

#include "index/language_tag.h"

namespace backfile {
namespace {

constexpr std::size_t kSampleBytes = 4096;
constexpr int kLeastBytes = 60;  // of letters: ten words of English, twenty characters of Chinese
constexpr int kLeastPercent = 75;

// The beginning of the article's text, whole characters.
std::string sample_of(const Article& article) {
  std::string sample;
  const auto add = [&](std::string_view text) {
    if (sample.size() >= kSampleBytes) return;
    std::size_t taken = std::min(text.size(), kSampleBytes - sample.size());
    while (taken < text.size() && taken > 0 && (static_cast<unsigned char>(text[taken]) & 0xC0) == 0x80) --taken;
    sample.append(text.substr(0, taken)).append(1, '\n');
  };
  if (article.headline_is_given()) add(article.headline);
  for (const std::string& line : article.summary) add(line);
  for (const std::string& paragraph : article.body) add(paragraph);
  return sample;
}

// cld2's jokes (Klingon, Pig Latin) and guesses by script alone ("xx-Latn") are no languages of articles.
bool is_believed(std::string_view code) {
  return !code.starts_with("xx") && !code.starts_with("zz") && code != "tlh" && code != "un";
}

}  // namespace

std::string detect_language(const Article& article) {
  const std::string sample = sample_of(article);
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int letters = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), true, &no_hints, 0, languages.data(),
                                 percents.data(), scores.data(), nullptr, &letters, &reliable);
  if (!reliable || letters < kLeastBytes || percents[0] < kLeastPercent) return {};
  const std::string_view code = CLD2::LanguageCode(languages[0]);
  if (!is_believed(code)) return {};
  return code == "zh" ? "zh-Hans" : language_tag(code);
}

}  // namespace backfile
