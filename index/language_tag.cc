#include "index/language_tag.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <map>

#include "index/fold.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestTag = 35;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

using Names = std::map<std::string, std::string, std::less<>>;

// Folded names of languages to their codes; what two languages are called is not there.
Names make_names() {
  Names names;
  const auto add = [&](const icu::UnicodeString& name, const std::string& code) {
    std::string text;
    name.toUTF8String(text);
    const auto [known, fresh] = names.try_emplace(fold_label(text), code);
    if (!fresh && known->second != code) known->second.clear();
  };
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    if (std::string_view(*code).size() != 2) continue;
    const icu::Locale language(*code);
    icu::UnicodeString name;
    add(language.getDisplayLanguage(icu::Locale::getEnglish(), name), *code);
    add(language.getDisplayLanguage(language, name), *code);
  }
  return names;
}

std::string code_of_name(std::string_view name) {
  static const Names names = make_names();
  const auto found = names.find(fold_label(name));
  return found == names.end() ? std::string() : found->second;
}

// A tag as written, '-' between its parts; empty where the text has another form.
std::string as_tag(std::string_view text) {
  std::string tag(text);
  std::ranges::replace(tag, '_', '-');
  const std::string_view primary = primary_language(tag);
  const bool formed =
      tag.size() <= kLongestTag && (primary.size() == 2 || primary.size() == 3) &&
      std::ranges::all_of(primary, is_ascii_letter) &&
      std::ranges::all_of(tag, [](char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-'; });
  return formed ? tag : std::string();
}

std::string canonical(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  locale.canonicalize(status);
  const auto canonical = locale.toLanguageTag<std::string>(status);
  return U_SUCCESS(status) ? canonical : std::string();
}

}  // namespace

std::string language_tag(std::string_view stated) {
  std::string tag = as_tag(stated);
  if (tag.empty()) tag = code_of_name(stated);
  if (tag.empty()) return {};
  tag = canonical(tag);
  const std::string_view primary = primary_language(tag);
  for (std::string_view none : {"und", "mul", "mis", "zxx"}) {
    if (primary == none) return {};
  }
  return primary == "no" ? "nb" + tag.substr(primary.size()) : tag;
}

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

std::string_view macrolanguage(std::string_view tag) {
  const std::string_view primary = primary_language(tag);
  return primary == "nb" || primary == "nn" ? "no" : std::string_view();
}

}  // namespace backfile
