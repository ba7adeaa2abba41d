#include "indexer/readers/charset.h"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <random>
#include <string>
#include <vector>

#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/charset_name.h"

using namespace backfile;
using std::string_literals::operator""s;

namespace {

struct Case {
  std::string given;
  std::string wanted;
};

// A text as bytes of a character set.
std::string in(const char* charset, std::string_view utf8) {
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::string bytes(utf8.size() * 4 + 16, '\0');
  bytes.resize(static_cast<std::size_t>(
      text.extract(0, text.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), charset)));
  return bytes;
}

constexpr const char* kRussian =
    "Порт закрыли в понедельник утром, потому что туман не рассеялся, и ни один буксир не вышел в море. Капитан "
    "говорит, что работы возобновят завтра.";
constexpr const char* kPolish =
    "Port zamknięto w poniedziałek rano, ponieważ mgła się nie rozproszyła i żaden holownik nie wypłynął. Kapitan "
    "mówi, "
    "że praca zostanie wznowiona jutro, jeśli pogoda się poprawi.";
constexpr const char* kGreek =
    "Το λιμάνι έκλεισε τη Δευτέρα το πρωί επειδή η ομίχλη δεν διαλύθηκε και κανένα ρυμουλκό δεν βγήκε στη θάλασσα.";
constexpr const char* kTurkish =
    "Liman pazartesi sabahı kapatıldı çünkü sis dağılmadı ve hiçbir römorkör denize açılmadı. Kaptan işin yarın "
    "yeniden "
    "başlayacağını söylüyor.";
constexpr const char* kJapanese =
    "港は月曜日の朝に閉鎖された。霧が晴れず、タグボートは一隻も出港しなかったためである。作業は明日再開される見込みだ"
    "。";
constexpr const char* kKorean =
    "항구는 월요일 아침에 폐쇄되었다. 안개가 걷히지 않아 예인선이 한 척도 출항하지 못했기 때문이다. 작업은 내일 재개될 "
    "예정이다.";
constexpr const char* kSimplified =
    "由于大雾没有散去，港口星期一上午关闭，没有一艘拖船出海。船长说，工作将于明天恢复，届时天气会好转。";
constexpr const char* kTraditional =
    "由於大霧沒有散去，港口星期一上午關閉，沒有一艘拖船出海。船長說，工作將於明天恢復，屆時天氣會好轉。";
// Libuchardet takes this for ISO-8859-13, and the next for IBM852.
constexpr const char* kItalian =
    "Il capitano dirà domani se la nave partirà. La città aspetta con curiosità, e la metà del carico resterà sul "
    "molo.";
constexpr const char* kItalianOnce = "Il porto resta chiuso fino a domenica, ma la nave partirà con la marea.";
constexpr const char* kFrench =
    "Le port a été fermé lundi matin parce que la brume ne s’était pas dissipée, et aucun remorqueur n’a quitté le "
    "quai. "
    "Le capitaine espère reprendre dès demain.";

}  // namespace

TEST_CASE("bytes of any encoding become UTF-8") {
  const std::vector<Case> table{
      {"", ""},
      {"plain", "plain"},
      {"caf\xC3\xA9", "café"},
      {"\xEF\xBB\xBFmarked", "marked"},
      {"caf\xE9", "café"},  // Windows-1252: no valid UTF-8 beyond ASCII
      {"\x93quoted\x94 \x80 5", "“quoted” € 5"},
      {"bad \x81 byte", "bad \xC2\x81 byte"},  // nothing stands there in Windows-1252: repair_text() drops it
      {"caf\xC3\xA9 na\xC3\xAFve \xFF!", "café naïve \xEF\xBF\xBD!"},
      {"cut \xE2\x82", "cut â‚"},
      {"\xE7\xA8\x80\xE5\x9C\x9F \xE7\xA8", "稀土 \xEF\xBF\xBD"},
      {"\xC0\xAF\xED\xA0\x80 \xE7\xA8\x80 \xE7\xA8\x80 \xE7\xA8\x80 \xE7\xA8\x80 \xE7\xA8\x80 \xE7\xA8\x80",
       "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD 稀 稀 稀 稀 稀 稀"},
      {"\xFF\xFE"
       "h\0i\0"s,
       "hi"},
      {"\xFE\xFF\0h\0i"s, "hi"},
      {"\xFF\xFE\x3D\xD8\x00\xDE"s, "😀"},
      {"\xFF\xFE\x3D\xD8h\0"s, "\xEF\xBF\xBDh"},  // half a pair
      {"\xFF\xFE\0\0h\0\0\0"s, "h"},
      {"\xFF\xFE", ""},
  };
  for (const Case& row : table) {
    CAPTURE(row.given);
    CHECK(to_utf8(row.given, "") == row.wanted);
  }
}

TEST_CASE("random bytes become valid text that repairing does not change again") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (std::size_t length = random() % 40; bytes.size() < length;) {
      bytes += static_cast<char>(random() % 3 == 0 ? 0x80 + random() % 0x80 : random() % 0x80);
    }
    CAPTURE(bytes);
    const std::string text = repair_text(to_utf8(bytes, ""));
    CHECK(to_utf8(text, "") == text);
    CHECK(repair_text(text) == text);
  }
}

TEST_CASE("a long run of combining marks is cut, not normalised for minutes") {
  std::string text = "a";
  for (int i = 0; i < 200'000; ++i) text += i % 2 == 0 ? "\xCC\x81" : "\xCC\x96";  // above, below, above, …
  CHECK(repair_text(text).size() < 100);
}

TEST_CASE("what nothing declares is detected") {
  struct Written {
    const char* charset;
    const char* text;
  };
  const std::vector<Written> table{
      {"windows-1251", kRussian}, {"koi8-r", kRussian},
      {"iso-8859-5", kRussian},   {"iso-8859-2", kPolish},
      {"windows-1250", kPolish},  {"iso-8859-7", kGreek},
      {"windows-1253", kGreek},   {"iso-8859-9", kTurkish},
      {"shift_jis", kJapanese},   {"euc-jp", kJapanese},
      {"euc-kr", kKorean},        {"gb18030", kSimplified},
      {"big5", kTraditional},     {"windows-1252", kFrench},
      {"UTF-8", kRussian},        {"UTF-16", kRussian},
      {"ibm852", kPolish},        {"ibm866", kRussian},
      {"windows-1252", kItalian}, {"windows-1252", kItalianOnce},
      {"UTF-32", kJapanese},      {"UTF-16LE", "plain English"},
      {"UTF-16BE", "{\"a\": 1}"},
  };
  for (const Written& row : table) {
    CAPTURE(row.charset);
    CHECK(to_utf8(in(row.charset, row.text), "") == row.text);
  }
}

TEST_CASE("what is declared holds where the bytes allow it") {
  CHECK(to_utf8(in("windows-1251", "мир"), "Windows-1251") == "мир");
  CHECK(to_utf8(in("gb18030", "联通"), "gb2312") == "联通");  // also sound UTF-8, by accident
  CHECK(to_utf8(in("iso-2022-jp", kJapanese), "ISO-2022-JP") == kJapanese);
  CHECK(to_utf8("caf\xE9", "no such set") == "café");
  CHECK(to_utf8("\x93quoted\x94", "ISO-8859-1") == "“quoted”");
}

TEST_CASE("UTF-8 is UTF-8 whatever is declared") {
  CHECK(to_utf8(kRussian, "windows-1251") == kRussian);
  CHECK(to_utf8("café", "iso-8859-1") == "café");
  CHECK(to_utf8(kJapanese, "shift_jis") == kJapanese);
  CHECK(to_utf8("\xEF\xBB\xBF"
                "café",
                "utf-16") == "café");
}

TEST_CASE("what is declared as UTF-8 and is not is detected") {
  CHECK(to_utf8(in("windows-1251", kRussian), "utf-8") == kRussian);
  CHECK(to_utf8("caf\xE9", "utf-8") == "café");
}

TEST_CASE("names of character sets mean what browsers take them for") {
  CHECK(charset_of_name(" \"UTF8\" ") == kUtf8);
  CHECK(charset_of_name("ISO-8859-1") == "windows-1252");
  CHECK(charset_of_name("GBK") == "gb18030");
  CHECK(charset_of_name("utf-7") == "");
  CHECK(charset_of_name("ebcdic-cp-us") == "");
  CHECK(charset_of_name(std::string(1'000'000, 'x')) == "");
  CHECK(charset_of_name("") == "");
}
