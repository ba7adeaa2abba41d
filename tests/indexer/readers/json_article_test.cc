#include "indexer/readers/json_article.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "index/article_json.h"
#include "indexer/cleaning/learned_lines.h"
#include "indexer/readers/json_parse.h"
#include "tests/indexer/readers/reading.h"

using namespace backfile;

namespace {

using Lines = std::vector<std::string>;

Article article_of(std::string_view text, const ReadOptions& options = default_options()) {
  auto parsed = parse_json(text);
  REQUIRE(std::holds_alternative<nlohmann::json>(parsed));
  ReadItem item = article_from_json(std::get<nlohmann::json>(parsed), {"/x/a.json", "a.json"}, options);
  REQUIRE(std::holds_alternative<Article>(item));
  return std::get<Article>(item);
}

}  // namespace

TEST_CASE("a record with our own fields") {
  const Article article = article_of(R"({"identifier": "N-1", "url": "https://example.com/1", "headline": "Fog",
      "byline": ["Ann Lee", "Bo Chan"], "dateline": "SELWYN, Jan 28", "published": "2025-01-28T09:12:00+01:00",
      "publication": "Harbour Post", "section": "Sea", "topics": ["fog", "ports"], "language": "en-GB",
      "summary": ["The port is closed."], "body": ["It was closed on Monday by the fog.", "It stays so."],
      "boilerplate": ["Leave a Reply"]})");
  CHECK(article.identifier == "N-1");
  CHECK(article.url == "https://example.com/1");
  CHECK(article.headline == "Fog");
  CHECK(article.headline_from == HeadlineFrom::metadata);
  CHECK(article.byline == Lines{"Ann Lee", "Bo Chan"});
  CHECK(article.dateline == "SELWYN, Jan 28");
  CHECK(article.published.iso == "2025-01-28T09:12:00+01:00");
  CHECK(article.published.precision == Precision::second);
  CHECK(article.published_from == PublishedFrom::metadata);
  CHECK(article.publication == "Harbour Post");
  CHECK(article.section == "Sea");
  CHECK(article.topics == Lines{"fog", "ports"});
  CHECK(article.language == "en-GB");
  CHECK(article.summary == Lines{"The port is closed."});
  CHECK(article.body == Lines{"It was closed on Monday by the fog.", "It stays so."});
  CHECK(article.boilerplate == Lines{"Leave a Reply"});
  CHECK(article.words == 11);
  CHECK(article.file == "a.json");
  CHECK(article.id == "");
}

TEST_CASE("schema.org and other usual names are understood") {
  const Article article = article_of(R"({"@type": "NewsArticle", "Headline": "Fog", "datePublished": "2025-01-28",
      "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Chan"}], "publisher": {"name": "Harbour Post"},
      "articleBody": "It was closed.\n\nIt stays so.", "articleSection": ["Sea", "World"],
      "keywords": "fog, ports; fog",
      "inLanguage": "EN_gb", "description": "The port is closed.", "guid": 12345678901234567890123})");
  CHECK(article.headline == "Fog");
  CHECK(article.published.iso == "2025-01-28");
  CHECK(article.byline == Lines{"Ann Lee", "Bo Chan"});
  CHECK(article.publication == "Harbour Post");
  CHECK(article.body == Lines{"It was closed.", "It stays so."});
  CHECK(article.section == "Sea");
  CHECK(article.topics == Lines{"fog", "ports"});
  CHECK(article.language == "en-GB");
  CHECK(article.summary == Lines{"The port is closed."});
  CHECK(article.identifier == "12345678901234567890123");
}

TEST_CASE("a wire record with wrapped text") {
  const Article article =
      article_of(R"({"id": 7, "title": "FERRY COMPANY SEES LOWER PROFIT", "date": "26-FEB-1987 15:01:01.79",
      "dateline": "SALVADOR, Feb 26", "topics": ["ferries"], "places": ["brazil"],
      "text": "The ferry company said on Thursday that it expects lower\nprofit this year, as fewer people )"
                 R"(cross the bay and those\nwho do bring their own sandwiches.\n    It gave no figure for )"
                 R"(the sandwiches, which it called a\nmatter of concern.\n"})");
  CHECK(article.identifier == "7");
  CHECK(article.published.iso == "1987-02-26T15:01:01");
  CHECK(article.dateline == "SALVADOR, Feb 26");
  CHECK(article.topics == Lines{"ferries"});
  REQUIRE(article.body.size() == 2);
  CHECK(article.body[1] == "It gave no figure for the sandwiches, which it called a matter of concern.");
}

TEST_CASE("identifier comes before id, guid and uri") {
  CHECK(article_of(R"({"title": "x", "uri": "u", "guid": "g", "id": "i", "identifier": "n"})").identifier == "n");
  CHECK(article_of(R"({"title": "x", "uri": "u", "guid": "g", "id": "i", "identifier": null})").identifier == "i");
  CHECK(article_of(R"({"title": "x", "uri": "u", "guid": "g"})").identifier == "g");
  CHECK(article_of(R"({"title": "x", "uri": "u"})").identifier == "u");
  CHECK(article_of(R"({"title": "x", "id": 42})").identifier == "42");
  CHECK(article_of(R"({"title": "x", "id": -1.50})").identifier == "-1.50");
}

TEST_CASE("the configuration's fields win over every name") {
  ReadOptions options = default_options();
  options.fields = {{"Kopf", "headline"}, {"source", "section"}, {"when", "published"}, {"x", "no such field"}};
  const Article article =
      article_of(R"({"kopf": "Nebel", "title": "Fog", "source": "Sea", "when": "3. März 2025"})", options);
  CHECK(article.headline == "Nebel");
  CHECK(article.section == "Sea");
  CHECK(article.publication == "");
  CHECK(article.published.iso == "2025-03-03");
  CHECK(is_article_field("headline"));
  CHECK_FALSE(is_article_field("title"));
  CHECK_FALSE(is_article_field("words"));
}

TEST_CASE("dates of metadata") {
  struct Case {
    std::string value;
    std::string published;
    std::string rejected;
  };
  const std::vector<Case> table{
      {R"("2025-01-28")", "2025-01-28", ""},
      {R"("Thu, 26 Feb 1987 15:01:01 GMT")", "1987-02-26T15:01:01Z", ""},
      {R"("14 January 2025")", "2025-01-14", ""},
      {"1741006500", "2025-03-03T12:55:00Z", ""},
      {"1741006500000", "2025-03-03T12:55:00Z", ""},
      {"2025", "2025", ""},
      {R"("01/02/2025")", "", "01/02/2025"},
      {R"("soon")", "", "soon"},
      {R"("2031-01-01")", "", "2031-01-01"},
      {"0", "", "0"},
      {"null", "", ""},
      {R"("")", "", ""},
      {R"({"year": 2025})", "", ""},
      {R"({"$date": "2025-01-28T10:15:00Z"})", "2025-01-28T10:15:00Z", ""},
      {R"({"$date": {"$numberLong": "1741006500000"}})", "2025-03-03T12:55:00Z", ""},
      {R"("\/Date(1741006500000)\/")", "2025-03-03T12:55:00Z", ""},
      {R"("/Date(1741006500000+0100)/")", "2025-03-03T12:55:00Z", ""},
      {R"("/Date()/")", "", ""},
  };
  for (const Case& row : table) {
    CAPTURE(row.value);
    const Article article = article_of(R"({"title": "x", "date": )" + row.value + "}");
    CHECK(article.published.iso == row.published);
    CHECK(article.published_rejected == row.rejected);
    CHECK(article.published_from == (row.published.empty() ? PublishedFrom::none : PublishedFrom::metadata));
  }
  const Article second = article_of(R"({"title": "x", "published": "soon", "date": "2025-01-28"})");
  CHECK(second.published.iso == "2025-01-28");
  CHECK(second.published_rejected == "");
}

TEST_CASE("dates go by many names, the most telling first") {
  for (const std::string name :
       {"timestamp", "datetime", "created_at", "post_date", "posted_at", "publishedTime", "webPublicationDate",
        "dateTimePub", "seendate", "isoDate", "first_publication_date"}) {
    CAPTURE(name);
    CHECK(article_of(R"({"title": "x", ")" + name + R"(": "2025-01-28"})").published.iso == "2025-01-28");
    CHECK(article_of(R"({"title": "x", "pubDate": "2025-01-27", ")" + name + R"(": "2025-01-28"})").published.iso ==
          "2025-01-27");
  }
}

TEST_CASE("a text with tags and entities in its lines loses them, one that speaks of a < b does not") {
  const Article article = article_of(
      R"({"text": "The <a href=\"x\">port</a> &amp; its tugs &quot;wait&quot;.\nThey know that 1 < 2 and Q&A.",
      "summary": "Fog &amp; <b>tugs</b>"})");
  CHECK(article.body == Lines{"The port & its tugs \"wait\".", "They know that 1 < 2 and Q&A."});
  CHECK(article.summary == Lines{"Fog & tugs"});
}

TEST_CASE("a record whose every line is boilerplate is rejected with a sentence that says so") {
  const std::string line = "The Tide has been printed in Selwyn since 1903";
  const LearnedLines learned{{site_of("tide", ""), {make_text_line(line).hash}}};
  ReadOptions options = default_options();
  options.learned = &learned;
  const auto message_of = [&](const nlohmann::json& record) {
    const ReadItem item = article_from_json(record, {"/x/a.json", "a.json"}, options);
    REQUIRE(std::holds_alternative<Rejection>(item));
    return std::get<Rejection>(item).message;
  };
  CHECK(message_of({{"publication", "tide"}, {"text", line}}) ==
        "there is no headline, and every line of the body is boilerplate");
  CHECK(message_of({{"words", 5}, {"text", " \n"}}).find("its keys are text, words") != std::string::npos);
}

TEST_CASE("day or month first is told by the article, its language, its address, then the configuration") {
  const std::string german =
      "Der Nebel hat den Hafen gestern noch einmal geschlossen, und die Lotsen haben Karten gespielt, bis er sich hob.";
  struct Case {
    std::string record;
    DateOrder usual;
    std::string published;
  };
  const std::vector<Case> table{
      {R"({"title": "x"})", DateOrder::unknown, ""},
      {R"({"title": "x"})", DateOrder::month_first, "2025-01-02"},
      {R"({"title": "x", "lang": "en-GB"})", DateOrder::month_first, "2025-02-01"},
      {R"({"title": "x", "lang": "en-US"})", DateOrder::day_first, "2025-01-02"},
      {R"({"title": "x", "url": "https://echo.co.uk/fog"})", DateOrder::unknown, "2025-02-01"},
      {R"({"title": "x", "lang": "en-US", "updated": "25/02/2025"})", DateOrder::unknown, "2025-02-01"},
      {R"({"title": "x", "lang": "en-GB", "text": "On 12/25/2024 the port closed."})", DateOrder::unknown,
       "2025-01-02"},
      {R"({"text": ")" + german + "\"}", DateOrder::unknown, "2025-02-01"},
      {R"({"title": "x", "url": "https://echo.example/2025/01/02/fog"})", DateOrder::unknown, "2025-01-02"},
      {R"({"title": "x", "lang": "fr", "text": "Updated: March 1, 2025"})", DateOrder::unknown, "2025-02-01"},
  };
  for (const Case& row : table) {
    CAPTURE(row.record);
    ReadOptions options = default_options();
    options.date_order = row.usual;
    const Article article =
        article_of(row.record.substr(0, row.record.size() - 1) + R"(, "date": "01/02/2025"})", options);
    CHECK(article.published.iso == row.published);
    CHECK(article.published_rejected == (row.published.empty() ? "01/02/2025" : ""));
    CHECK((article.published_from == PublishedFrom::none) == row.published.empty());
  }
}

TEST_CASE("a record without a date has that of its address, before one of its last change") {
  const Article article =
      article_of(R"({"title": "x", "url": "https://echo.example/2025/01/28/fog", "text": "Updated: March 1, 2025"})");
  CHECK(article.published.iso == "2025-01-28");
  CHECK(article.published_from == PublishedFrom::url);
}

TEST_CASE("the body of a record is cleaned like a page but gives no headline") {
  const Article article = article_of(
      R"({"text": "Fog Again\n\nThe port was closed on Monday by the fog, which (opens in a new tab) stayed.\n\n)"
      R"(Pilots played cards until the fog lifted at noon.\n\nAnn Lee\n\nYou Might Also Like…\n\nLamp Found"})");
  CHECK(article.headline == "The port was closed on Monday by the fog, which stayed.");
  CHECK(article.headline_from == HeadlineFrom::first_sentence);
  CHECK(article.body.size() == 3);
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.boilerplate == Lines{"You Might Also Like…", "Lamp Found"});
  const Article summed =
      article_of(R"({"summary": "- The port is closed.\n- Cards are played.", "text": "It was closed."})");
  CHECK(summed.headline == "The port is closed.");
  CHECK(summed.headline_from == HeadlineFrom::summary);
  CHECK(summed.summary.size() == 2);
}

TEST_CASE("values of unexpected kinds do no harm") {
  for (const std::string record :
       {R"({"title": "x", "author": 5, "tags": {"a": 1}, "text": {"b": [1]}, "source": [], "date": [[]], "id": {}})",
        R"({"title": "x", "author": [null, true, [], {}], "tags": [1, null, {"name": "t"}], "text": [null, 3, {}]})",
        R"({"title": ["x", "y"], "summary": {"text": "s"}, "language": [], "section": true, "boilerplate": 3})",
        R"({"title": "x", "headline_from": 5, "published_from": [], "published_rejected": {}})"}) {
    CAPTURE(record);
    CHECK(article_of(record).headline == "x");
  }
  CHECK(article_of(R"({"title": "x", "language": "a language"})").language == "");
  CHECK(article_of(R"({"title": " a\u0000b\u200b \n c "})").headline == "ab c");
}

TEST_CASE("JSON that is not quite JSON is read all the same") {
  CHECK(article_of(R"({"title": "x", "author": NaN, "score": -Infinity})").byline.empty());
  CHECK(article_of(R"({"title": "a\ud83d b \ude00 \ud83d\ude00 NaN"})").headline ==
        "a\xEF\xBF\xBD b \xEF\xBF\xBD 😀 NaN");
  CHECK(article_of("{\"title\": \"tab\there\"}").headline == "tab here");
  CHECK(article_of("{\"text\": \"one line of it.\nanother line of it.\"}").body.size() == 2);
}

TEST_CASE("what extract prints reads back as the same article") {
  const Article first =
      article_of(R"({"identifier": "N-1", "url": "https://example.com/1", "byline": "By Ann Lee and Bo Chan",
      "published": "2025-01", "publication": "Harbour Post", "tags": "fog", "lang": "en",
      "highlights": ["The port is closed."],
      "text": "SELWYN, Jan 28 (Agency) - The port was closed on Monday by the fog.\n\nWhat Comes Next\n\n)"
                 R"(Pilots played cards until it lifted at noon.\n\nLeave a Reply\n\nLamp"})");
  Article second = article_of(article_to_json(first).dump());
  CHECK(second.headline_from == HeadlineFrom::summary);
  CHECK(second == first);
}

TEST_CASE("JSON is refused below 64 levels") {
  auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  CHECK(std::holds_alternative<nlohmann::json>(parse_json(nested(kDeepestJson))));
  auto deeper = parse_json(nested(kDeepestJson + 1));
  REQUIRE(std::holds_alternative<Rejection>(deeper));
  CHECK(std::get<Rejection>(deeper).message == "nested more than 64 levels deep");
}
