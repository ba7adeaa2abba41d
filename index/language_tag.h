// Language tags: what a source or a reader calls a language becomes one BCP 47 tag, so that one language has one name.
//
// Case, old codes and three-letter codes are settled as CLDR does, through ICU: en_US -> en-US, eng -> en, iw -> he,
// zh-cmn-hant -> zh-Hant; `no` is nb, for the other written Norwegian calls itself nn. A name in English or in the
// language itself is understood where it is a whole ISO 639-1 language's: "English", "français".
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Empty where `stated` is no language, or one that says that none is known (und, mul, mis, zxx). Safe for any threads.
std::string language_tag(std::string_view stated);

// The language alone: "zh" of "zh-Hant".
std::string_view primary_language(std::string_view tag);

// What it is a kind of, beside its primary language: "no" of nb and nn; empty where there is no such.
std::string_view macrolanguage(std::string_view tag);

}  // namespace backfile
