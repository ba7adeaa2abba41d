#include "indexer/cleaning/written_date.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/cleaning/credit_line.h"
#include "indexer/cleaning/credit_within.h"
#include "indexer/cleaning/date_line.h"
#include "indexer/cleaning/published.h"

using namespace backfile;

namespace {

struct Case {
  std::string text;
  std::string iso;
};

// "?" for a date that cannot be told, "" for what is no date.
std::string told(std::string_view text) {
  const auto written = read_written_date(text);
  if (!written) return "";
  return written->date ? written->date->iso : "?";
}

}  // namespace

TEST_CASE("written dates") {
  const std::vector<Case> table{
      {"2025-03-03", "2025-03-03"},
      {"2025-03", "2025-03"},
      {"2025", "2025"},
      {"2025-03-03T10:15:00+01:00", "2025-03-03T10:15:00+01:00"},
      {"2025-03-03 10:15:00 UTC", "2025-03-03T10:15:00Z"},
      {"Mar 3, 2025", "2025-03-03"},
      {"March 3, 2025", "2025-03-03"},
      {"March 3 2025", "2025-03-03"},
      {"MARCH 3, 2025", "2025-03-03"},
      {"Mar. 3, 2025", "2025-03-03"},
      {"March 3rd, 2025", "2025-03-03"},
      {"3 March 2025", "2025-03-03"},
      {"3rd of March 2025", "2025-03-03"},
      {"3 Mar 2025", "2025-03-03"},
      {"Monday, March 3, 2025", "2025-03-03"},
      {"Mon 3 March 2025", "2025-03-03"},
      {"March 2025", "2025-03"},
      {"Sept 2025", "2025-09"},
      {"2025 March 3", "2025-03-03"},
      {"3 mars 2025", "2025-03-03"},
      {"lundi 3 mars 2025", "2025-03-03"},
      {"mar. 4 mars 2025", "2025-03-04"},
      {"1er août 2025", "2025-08-01"},
      {"10 février 2025", "2025-02-10"},
      {"3. März 2025", "2025-03-03"},
      {"Montag, den 3. März 2025", "2025-03-03"},
      {"21. Jänner 2025", "2025-01-21"},
      {"3 de marzo de 2025", "2025-03-03"},
      {"lunes, 3 de marzo de 2025", "2025-03-03"},
      {"3 marzo 2025", "2025-03-03"},
      {"3 de março de 2025", "2025-03-03"},
      {"3 maart 2025", "2025-03-03"},
      {"2025年3月3日", "2025-03-03"},
      {"2025年3月3日 星期一", "2025-03-03"},
      {"2025年3月3日10:15", "2025-03-03T10:15:00"},
      {"2025年3月", "2025-03"},
      {"２０２５年３月３日", "2025-03-03"},
      {"2025년 3월 3일", "2025-03-03"},
      {"2025/03/03", "2025-03-03"},
      {"2025.03.03", "2025-03-03"},
      {"14.01.2025", "2025-01-14"},
      {"1.2.2025", "2025-02-01"},
      {"14/01/2025", "2025-01-14"},
      {"01/14/2025", "2025-01-14"},
      {"03/03/2025", "2025-03-03"},
      {"03/2025", "2025-03"},
      {"20250303", "2025-03-03"},
      {"20250303T101500Z", "2025-03-03T10:15:00Z"},
      {"Thu, 26 Feb 1987 15:01:01 GMT", "1987-02-26T15:01:01Z"},
      {"Tue, 04 Mar 2025 08:30:00 +0100", "2025-03-04T08:30:00+01:00"},
      {"26 Feb 87 15:01 EST", "1987-02-26T15:01:00-05:00"},
      {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
      {"Mar 3, 2025 10:15 am EST", "2025-03-03T10:15:00-05:00"},
      {"March 3, 2025 at 12:05 a.m.", "2025-03-03T00:05:00"},
      {"March 3, 2025, 12:05 p.m. ET", "2025-03-03T12:05:00"},
      {"10:15 PM, March 3, 2025", "2025-03-03T22:15:00"},
      {"3. März 2025, 10:15 Uhr", "2025-03-03T10:15:00"},
      {"3 mars 2025 à 10h15", "2025-03-03T10:15:00"},
      {"March 3, 2025 | 10:15", "2025-03-03T10:15:00"},
      {"March 3, 2025 99:99", "2025-03-03"},  // the day is known
      // Danish, Norwegian, Swedish, Finnish
      {"3. marts 2025", "2025-03-03"},
      {"mandag den 3. marts 2025 kl. 10.15", "2025-03-03T10:15:00"},
      {"3. desember 2025", "2025-12-03"},
      {"mandag 3. mars 2025", "2025-03-03"},
      {"3 maj 2025", "2025-05-03"},
      {"måndag 3 augusti 2025", "2025-08-03"},
      {"3. maaliskuuta 2025", "2025-03-03"},
      {"maanantaina 3. kesäkuuta 2025 klo 10.15", "2025-06-03T10:15:00"},
      {"3.3.2025 klo 10:15", "2025-03-03T10:15:00"},
      // Hungarian, Romanian, Turkish, Russian
      {"2025. március 3.", "2025-03-03"},
      {"2025. márc. 3., hétfő", "2025-03-03"},
      {"2025. 03. 03.", "2025-03-03"},
      {"3 martie 2025", "2025-03-03"},
      {"luni, 3 iunie 2025, ora 10:15", "2025-06-03T10:15:00"},
      {"3 Mart 2025 Pazartesi", "2025-03-03"},
      {"3 Ağustos 2025, saat 10:15", "2025-08-03T10:15:00"},
      {"3 Kasım 2025", "2025-11-03"},
      {"3 марта 2025 г.", "2025-03-03"},
      {"понедельник, 3 мая 2025 года", "2025-05-03"},
      {"3 января 2025, 10:15", "2025-01-03T10:15:00"},
      {"март 2025", "2025-03"},
      // Italian, Portuguese, Dutch, German
      {"lunedì 3 giugno 2025, ore 10:15", "2025-06-03T10:15:00"},
      {"3 de dezembro de 2025 às 10h15", "2025-12-03T10:15:00"},
      {"segunda-feira, 3 de março de 2025", "2025-03-03"},
      {"maandag 3 mei 2025 om 10:15 uur", "2025-05-03T10:15:00"},
      {"3. Dezember 2025, 10.15 Uhr", "2025-12-03T10:15:00"},
      // Arabic
      {"3 مارس 2025", "2025-03-03"},
      {"الاثنين، 3 مارس 2025", "2025-03-03"},
      {"٣ أغسطس ٢٠٢٥", "2025-08-03"},
      {"3 آذار 2025", "2025-03-03"},
      {"3 كانون الثاني 2025", "2025-01-03"},
      {"3 تشرين الأول 2025", "2025-10-03"},
      // Chinese, Japanese, Korean
      {"2025年3月3日（月）", "2025-03-03"},
      {"2025年3月2日 日曜日", "2025-03-02"},
      {"2025年3月3日 10時15分", "2025-03-03T10:15:00"},
      {"2025年3月3日 午後3時15分", "2025-03-03T15:15:00"},
      {"令和7年3月3日", "2025-03-03"},
      {"令和元年5月1日", "2019-05-01"},
      {"昭和64年1月7日", "1989-01-07"},
      {"2025年3月2日 星期日", "2025-03-02"},
      {"2025年3月3日 下午3:15", "2025-03-03T15:15:00"},
      {"2025年3月3日 上午10:15", "2025-03-03T10:15:00"},
      {"2025년 3월 3일 월요일", "2025-03-03"},
      {"2025년 3월 3일 (월) 오후 3:15", "2025-03-03T15:15:00"},
      {"2025. 3. 3.", "2025-03-03"},
      {"2025年3月4日（二）", "2025-03-04"},
      {"2025/3/4(火) 10:15配信", "2025-03-04T10:15:00"},
      {"2025年3月4日付", "2025-03-04"},
      {"【2025年3月4日讯】", "2025-03-04"},
      {"[2025年3月4日 10:15]", "2025-03-04T10:15:00"},
      {"民國114年3月4日", "2025-03-04"},
      {"二〇二五年三月四日", "2025-03-04"},
      {"二〇二五年十一月二十五日", "2025-11-25"},
      {"二〇二五年十月三十日", "2025-10-30"},
      // the other languages of stemmers: Armenian, Basque, Catalan, Estonian, Hindi, Indonesian, Irish, Lithuanian,
      // Nepali, Serbian, Tamil, Yiddish
      {"2025 թ. մարտի 3, երկուշաբթի", "2025-03-03"},
      {"2025(e)ko martxoaren 3(a), astelehena", "2025-03-03"},
      {"dilluns, 7 d’abril del 2025", "2025-04-07"},
      {"esmaspäev, 3. märts 2025", "2025-03-03"},
      {"सोमवार, 3 मार्च 2025", "2025-03-03"},
      {"३ मार्च २०२५", "2025-03-03"},
      {"Senin, 3 Maret 2025 pukul 10.15 WIB", "2025-03-03T10:15:00"},
      {"Dé Luain 3 Márta 2025", "2025-03-03"},
      {"3 Deireadh Fómhair 2025", "2025-10-03"},
      {"2025 m. kovo 3 d., pirmadienis", "2025-03-03"},
      {"२०२५ मार्च ३", "2025-03-03"},
      {"понедељак, 3. март 2025.", "2025-03-03"},
      {"திங்கள், 3 மார்ச், 2025", "2025-03-03"},
      {"מאָנטיק, 3טן מערץ 2025", "2025-03-03"},
      // Greek, Polish, Czech, Croatian, Ukrainian, Hebrew, Latvian, Vietnamese, Thai (years of its calendar)
      {"Δευτέρα 3 Μαρτίου 2025", "2025-03-03"},
      {"poniedziałek, 3 marca 2025", "2025-03-03"},
      {"5 listopada 2025", "2025-11-05"},
      {"5. listopada 2025.", "2025-10-05"},
      {"pondělí 3. března 2025", "2025-03-03"},
      {"понеділок, 3 березня 2025 р.", "2025-03-03"},
      {"3 במרץ 2025", "2025-03-03"},
      {"2025. gada 3. marts", "2025-03-03"},
      {"ngày 3 tháng 3 năm 2025", "2025-03-03"},
      {"วันจันทร์ที่ 3 มีนาคม พ.ศ. 2568", "2025-03-03"},
      {"3 มี.ค. 2568", "2025-03-03"},
      // a time before the day, of one number, with a dot, with names of zones
      {"10:15 - 5 March 2025", "2025-03-05T10:15:00"},
      {"10:15 - 05.03.2025", "2025-03-05T10:15:00"},
      {"5 March 2025 10:15 -5", "2025-03-05T10:15:00-05:00"},
      {"March 5, 2025 at 7 AM", "2025-03-05T07:00:00"},
      {"5 March 2025 12am", "2025-03-05T00:00:00"},
      {"5 March 2025 10.15am", "2025-03-05T10:15:00"},
      {"Mon 3 March 2025 10.15 GMT", "2025-03-03T10:15:00Z"},
      {"5 مارس 2025 10:15 م", "2025-03-05T22:15:00"},
      {"Wed, 05 Mar 2025 10:15:00 +0000 (UTC)", "2025-03-05T10:15:00Z"},
      {"Wed Mar 05 2025 10:15:00 GMT+0100 (Central European Standard Time)", "2025-03-05T10:15:00+01:00"},
      {"2025-03-05T10:15:00+01:00[Europe/Berlin]", "2025-03-05T10:15:00+01:00"},
      {"Wed, 05 Mar 2025 10:15:00 NZDT", "2025-03-05T10:15:00"},
      // other orders and joints
      {"Mar-05-2025", "2025-03-05"},
      {"Mar 5/2025", "2025-03-05"},
      {"5 مارس/آذار 2025", "2025-03-05"},
      {"1° marzo 2025", "2025-03-01"},
      {"2025. augusztus 5-én", "2025-08-05"},
      {"20250305 10:15", "2025-03-05T10:15:00"},
      {"202503051015", "2025-03-05T10:15:00"},
      {"20250305101530", "2025-03-05T10:15:30"},
      {"20250305T101500+0100", "2025-03-05T10:15:00+01:00"},
      // the day of the week tells
      {"Fri, 06/09/2023 - 07:15", "2023-06-09T07:15:00"},
      {"Fri, 09/06/2023 - 07:15", "2023-06-09T07:15:00"},
      {"Mon, 12/03/2012", "?"},  // both are Mondays
      // dates that cannot be told
      {"01/02/2025", "?"},
      {"1-2-2025", "?"},
      {"30 February 2025", "?"},
      {"32 March 2025", "?"},
      {"13/13/2025", "?"},
      {"2025-13-01", "?"},
      {"2025年13月3日", "?"},
      // no dates
      {"", ""},
      {"March", ""},
      {"March 3", ""},
      {"Jan 28", ""},
      {"yesterday", ""},
      {"3 March 25", ""},
      {"2025 election results", ""},
      {"The March 3, 2025 meeting", ""},
      {"March 3, 2025 was a Monday", ""},
      {"as of Friday, March 3, 2025", ""},
      {"to March 3, 2025", ""},
      {"12.5", ""},
      {"3-2-1", ""},
      {"05.03.25", ""},
      {"۱۴۰۲/۱۲/۱۵", ""},  // of another calendar
      {"२२ फागुन २०८०", ""},
      {"10:15 meeting of 5 March 2025", ""},
      {"1,000", ""},
      {"99999999999999999999", ""},
      {"May the fourth", ""},
  };
  for (const Case& row : table) {
    CAPTURE(row.text);
    CHECK(told(row.text) == row.iso);
  }
}

TEST_CASE("lines that say when an article appeared") {
  struct Row {
    std::string line;
    DateLabel label;
    std::string iso;
  };
  const std::vector<Row> table{
      {"Mar 3, 2025", DateLabel::bare, "2025-03-03"},
      {"Published: Mar 3, 2025", DateLabel::published, "2025-03-03"},
      {"Published Mar 3, 2025", DateLabel::published, "2025-03-03"},
      {"Published on 3 March 2025 at 10:15 GMT", DateLabel::published, "2025-03-03T10:15:00Z"},
      {"First published: 3 March 2025", DateLabel::published, "2025-03-03"},
      {"Posted on March 3, 2025", DateLabel::published, "2025-03-03"},
      {"Date: 2025-03-03", DateLabel::published, "2025-03-03"},
      {"Publié le 3 mars 2025", DateLabel::published, "2025-03-03"},
      {"Veröffentlicht am 3. März 2025", DateLabel::published, "2025-03-03"},
      {"Publicado el 3 de marzo de 2025", DateLabel::published, "2025-03-03"},
      {"发布时间：2025年3月3日", DateLabel::published, "2025-03-03"},
      {"Updated March 4, 2025", DateLabel::updated, "2025-03-04"},
      {"Last updated: 4 March 2025", DateLabel::updated, "2025-03-04"},
      {"Mis à jour le 4 mars 2025", DateLabel::updated, "2025-03-04"},
      {"Publisert 3. mars 2025 kl. 10.15", DateLabel::published, "2025-03-03T10:15:00"},
      {"Uppdaterad: 4 mars 2025", DateLabel::updated, "2025-03-04"},
      {"Julkaistu 3.3.2025", DateLabel::published, "2025-03-03"},
      {"Megjelent: 2025. március 3.", DateLabel::published, "2025-03-03"},
      {"Publicat: 3 martie 2025", DateLabel::published, "2025-03-03"},
      {"Опубликовано 3 марта 2025 г.", DateLabel::published, "2025-03-03"},
      {"Güncelleme: 4 Mart 2025", DateLabel::updated, "2025-03-04"},
      {"公開日：2025年3月3日", DateLabel::published, "2025-03-03"},
      {"입력 2025.03.03 10:15", DateLabel::published, "2025-03-03T10:15:00"},
      {"تاريخ النشر: 3 مارس 2025", DateLabel::published, "2025-03-03"},
      {"Erstellt: 03.03.2025", DateLabel::published, "2025-03-03"},
      {"Última actualización: 4 de marzo de 2025", DateLabel::updated, "2025-03-04"},
      {"Geplaatst: 3 maart 2025", DateLabel::published, "2025-03-03"},
      {"Дата: 3 марта 2025", DateLabel::published, "2025-03-03"},
      {"Опубліковано 3 березня 2025", DateLabel::published, "2025-03-03"},
      {"時間：2025年3月3日", DateLabel::published, "2025-03-03"},
      {"승인 2025.03.03 10:15", DateLabel::published, "2025-03-03T10:15:00"},
  };
  for (const Row& row : table) {
    CAPTURE(row.line);
    const auto line = read_date_line(row.line);
    REQUIRE(line);
    CHECK(line->label == row.label);
    CHECK((line->date ? line->date->iso : "?") == row.iso);
  }
  for (const std::string line :
       {"", "2025", "Published", "Updated regularly", "The plan was published on March 3, 2025", "Date"}) {
    CAPTURE(line);
    CHECK_FALSE(read_date_line(line));
  }
}

TEST_CASE("credit lines hold names and dates and nothing else") {
  struct Row {
    std::string line;
    std::vector<std::string> names;
    std::vector<std::string> dates;
  };
  const std::vector<Row> table{
      {"By Ann Lee", {"Ann Lee"}, {}},
      {"Mar 3, 2025", {}, {"2025-03-03"}},
      {"By Ann Lee | Mar 3, 2025", {"Ann Lee"}, {"2025-03-03"}},
      {"Mar 3, 2025 • By Ann Lee", {"Ann Lee"}, {"2025-03-03"}},
      {"By Ann Lee, March 3, 2025", {"Ann Lee"}, {"2025-03-03"}},
      {"By Ann Lee and Bo Chan - 3 March 2025", {"Ann Lee", "Bo Chan"}, {"2025-03-03"}},
      {"Ann Lee | March 3, 2025", {"Ann Lee"}, {"2025-03-03"}},
      {"Published 3 March 2025 | Updated 4 March 2025", {}, {"2025-03-03", "2025-03-04"}},
      {"By Ann Lee | The Harbour Post", {"Ann Lee"}, {}},
      {"Ann Lee | Senior Writer | July 2, 2025", {"Ann Lee"}, {"2025-07-02"}},
      {"Ann Lee • 5 min read • July 2, 2025", {"Ann Lee"}, {"2025-07-02"}},
      {"By Ann Lee | July 2, 2025 | 5 min read", {"Ann Lee"}, {"2025-07-02"}},
      {"By Ann Lee and Bo Chan ● July 2, 2025 ● 6 min read", {"Ann Lee", "Bo Chan"}, {"2025-07-02"}},
      {"July 2, 2025 • Ann Lee in Shipping", {"Ann Lee"}, {"2025-07-02"}},
      {"Ann Lee, July 2, 2025", {"Ann Lee"}, {"2025-07-02"}},
      {"SELWYN, Ruritania/MOLE | Thu Jul 3, 2025", {}, {"2025-07-03"}},
      {"PORT SELWYN | Thu Jul 3, 2025 4:29pm EDT", {}, {"2025-07-03T16:29:00-04:00"}},
  };
  for (const Row& row : table) {
    CAPTURE(row.line);
    const auto credit = read_credit_line(row.line);
    REQUIRE(credit);
    CHECK(credit->names == row.names);
    std::vector<std::string> dates;
    for (const DateLine& date : credit->dates) dates.push_back(date.date ? date.date->iso : "?");
    CHECK(dates == row.dates);
  }
  for (const std::string line :
       {"", "Ann Lee", "Budget 2025 - a guide", "Tokyo | Mar 3, 2025", "Home | News | Sport",
        "Staff Writer | Mar 3, 2025", "Ann Lee | Mar 3, 2025 | Mar 4, 2025", "Tokyo, Mar 3, 2025",
        "Released Wednesday, Mar 3, 2025", "BUDGET | 2025", "ANN LEE 2 | Mar 3, 2025", "AL | Mar 3, 2025",
        "ALDERMOUTH | March 2025", "ALDERMOUTH | Mar 3, 2025 | ECHO",
        "ALDERMOUTH and all of the villages around the bay | Mar 3, 2025"}) {
    CAPTURE(line);
    CHECK_FALSE(read_credit_line(line));
  }
}

TEST_CASE("a label may touch its date, and other words may follow") {
  const std::vector<Case> table{
      {"发布时间：2025年03月05日 10:15 来源：港口日报", "2025-03-05T10:15:00"},
      {"来源：港口日报 二〇二五年三月五日", "2025-03-05"},
      {"Date:2025-03-05", "2025-03-05"},
      {"प्रकाशित ५ मार्च २०२५", "2025-03-05"},
  };
  for (const Case& row : table) {
    CAPTURE(row.text);
    const auto credit = read_credit_within(row.text);
    REQUIRE(credit);
    REQUIRE(credit->dates.size() == 1);
    REQUIRE(credit->dates[0].date);
    CHECK(credit->dates[0].date->iso == row.iso);
  }
  CHECK(has_digits("五 5"));
  CHECK(has_digits("二〇二五年"));
  CHECK_FALSE(has_digits("今年一月，五人"));
}

TEST_CASE("a year of two digits is read where the order of day and month is known") {
  const auto told = [](std::string_view text, DateOrder order) {
    const auto written = read_written_date(text, order);
    return written && written->date ? written->date->iso : "";
  };
  CHECK(told("05.03.25", DateOrder::day_first) == "2025-03-05");
  CHECK(told("05/03/25 10:15", DateOrder::day_first) == "2025-03-05T10:15:00");
  CHECK(told("03/05/25", DateOrder::month_first) == "2025-03-05");
  CHECK(told("03/05/98", DateOrder::month_first) == "1998-03-05");
  CHECK(told("03/05/25", DateOrder::unknown) == "");
  CHECK(told("5/3 2025", DateOrder::day_first) == "2025-03-05");
}

TEST_CASE("dates of metadata may be counted in seconds, or stand among words") {
  const std::vector<Case> table{
      {"1741006500", "2025-03-03T12:55:00Z"},
      {"1741006500000", "2025-03-03T12:55:00Z"},
      {"1741006500.25", "2025-03-03T12:55:00Z"},
      {"2025", "2025"},
      {"20250303", "2025-03-03"},
      {"Mar 3, 2025", "2025-03-03"},
      {"202503031015", "2025-03-03T10:15:00"},
      {"Published: March 3, 2025", "2025-03-03"},
      {"Publié le 3 mars 2025 à 10h15", "2025-03-03T10:15:00"},
      {"ALDERMOUTH, March 3, 2025", "2025-03-03"},
  };
  for (const Case& row : table) {
    CAPTURE(row.text);
    const auto date = read_metadata_date(row.text);
    REQUIRE(date);
    CHECK(date->iso == row.iso);
  }
  for (const std::string text :
       {"", "0", "-1", "12345", "soon", "01/02/2025", "99999999999999999", "9999999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(read_metadata_date(text));
  }
}

TEST_CASE("a date is taken once, and not from the future") {
  const std::int64_t now = 1741006500;  // 2025-03-03T12:55:00Z
  Article article;
  CHECK_FALSE(take_published(article, make_date(2025, 3, 9), "March 9, 2025", PublishedFrom::text, now));
  CHECK_FALSE(article.published.known());
  CHECK(article.published_rejected == "March 9, 2025");
  CHECK_FALSE(take_published(article, std::nullopt, "01/02/2025", PublishedFrom::text, now));
  CHECK(article.published_rejected == "March 9, 2025");
  CHECK(take_published(article, make_date(2025, 3, 5), "March 5, 2025", PublishedFrom::text, now));  // within 48 hours
  CHECK(article.published.iso == "2025-03-05");
  CHECK(article.published_rejected == "");
  CHECK(take_published(article, make_date(2024), "2024", PublishedFrom::metadata, now));
  CHECK(article.published.iso == "2025-03-05");
  CHECK(article.published_from == PublishedFrom::text);
}

TEST_CASE("what programs write for no date is none") {
  const std::int64_t now = 1741006500;
  for (const char* written :
       {"1970-01-01T00:00:00Z", "1970-01-01", "1969-12-31T19:00:00-05:00", "Thu, 01 Jan 1970 00:00:00 GMT",
        "1/1/1970 12:00:00 AM", "1601-01-01T00:00:00Z", "1899-12-30T00:00:00", "1753-01-01T00:00:00"}) {
    CAPTURE(written);
    Article article;
    CHECK_FALSE(take_published(article, read_metadata_date(written), written, PublishedFrom::metadata, now));
    CHECK(article.published_rejected == written);
  }
  for (const char* written : {"1970-01-01T12:30:00Z", "1970-01-02", "1899-12-30", "1970-01"}) {
    CAPTURE(written);
    Article article;
    CHECK(take_published(article, read_metadata_date(written), written, PublishedFrom::metadata, now));
  }
}

TEST_CASE("a rejected date is settled once the order of its day and month is known") {
  const std::int64_t now = 1741006500;  // 2025-03-03T12:55:00Z
  const auto settled = [&](const std::string& written, DateOrder order) {
    Article article;
    take_published(article, std::nullopt, written, PublishedFrom::text, now);
    settle_published(article, order, now);
    CHECK(article.published_from == (article.published.known() ? PublishedFrom::text : PublishedFrom::none));
    CHECK(article.published_rejected == (article.published.known() ? "" : written));
    return article.published.iso;
  };
  CHECK(settled("01/02/2025", DateOrder::day_first) == "2025-02-01");
  CHECK(settled("01/02/2025", DateOrder::unknown) == "");
  CHECK(settled("01/05/2025", DateOrder::day_first) == "");  // in May
  CHECK(settled("soon", DateOrder::day_first) == "");
}
