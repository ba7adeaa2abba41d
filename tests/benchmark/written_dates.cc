// How many dates are read as they are written in the languages of the world: ICU writes twelve days of 2024 in each of
// CLDR's full, long and medium forms. Names of months come from the same source on both sides; orders, endings,
// articles and digits do not.
//
//   written_dates [--lost]     prints, a locale a line, what is read of what was written; --lost: and what is not
#include <unicode/calendar.h>
#include <unicode/datefmt.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "index/date.h"
#include "indexer/cleaning/date_order.h"
#include "indexer/cleaning/written_date.h"

namespace {

constexpr const char* kLocales[] = {"ar@numbers=latn",
                                    "ar_DZ@numbers=latn",
                                    "ar_LB@numbers=latn",
                                    "bg",
                                    "bn",
                                    "ca",
                                    "cs",
                                    "da",
                                    "de",
                                    "de_AT",
                                    "el",
                                    "en_GB",
                                    "en_US",
                                    "es",
                                    "et",
                                    "eu",
                                    "fi",
                                    "fr",
                                    "ga",
                                    "he",
                                    "es_MX",
                                    "fa@calendar=gregorian",
                                    "hi",
                                    "hr",
                                    "hu",
                                    "hy",
                                    "id",
                                    "is",
                                    "it",
                                    "ja",
                                    "ko",
                                    "lt",
                                    "lv",
                                    "mk",
                                    "ms",
                                    "nb",
                                    "ne",
                                    "nl",
                                    "pl",
                                    "pt_BR",
                                    "pt_PT",
                                    "ro",
                                    "ru",
                                    "sk",
                                    "sl",
                                    "sv",
                                    "ta",
                                    "th",
                                    "tr",
                                    "sr_Cyrl",
                                    "sr_Latn",
                                    "uk",
                                    "vi",
                                    "yi",
                                    "zh",
                                    "zh_TW"};
constexpr int kDays[12] = {15, 12, 4, 23, 21, 5, 9, 30, 17, 28, 6, 24};
constexpr icu::DateFormat::EStyle kStyles[] = {icu::DateFormat::kFull, icu::DateFormat::kLong,
                                               icu::DateFormat::kMedium};

std::string written_as(UDate day, icu::DateFormat::EStyle style, const icu::Locale& locale) {
  const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(style, locale));
  icu::UnicodeString text;
  format->format(day, text);
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace backfile;
  const bool lost = argc > 1 && std::string_view(argv[1]) == "--lost";
  icu::TimeZone::adoptDefault(icu::TimeZone::createTimeZone("UTC"));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(icu::Locale("en_US"), status));
  int all = 0;
  int right = 0;
  int wrong = 0;
  for (const char* name : kLocales) {
    const icu::Locale locale(name);
    const DateOrder order = order_of_site(
        std::string(locale.getLanguage()) + (*locale.getCountry() != 0 ? "-" : "") + locale.getCountry(), "");
    std::printf("%s", name);
    for (const auto style : kStyles) {
      int read = 0;
      for (int month = 0; month < 12; ++month) {
        calendar->set(2024, month, kDays[month], 10, 15, 0);
        const std::string text = written_as(calendar->getTime(status), style, locale);
        const auto date = read_written_date(text, order);
        const bool known = date && date->date;
        const bool same = known && *date->date == make_date(2024, month + 1, kDays[month]);
        read += same ? 1 : 0;
        wrong += known && !same ? 1 : 0;
        if (lost && !same) std::printf(" [%s]", text.c_str());
      }
      std::printf(" %d", read);
      right += read;
      all += 12;
    }
    std::printf("\n");
  }
  std::printf("%d of %d, %d as another day\n", right, all, wrong);
}
