#include "server/http/formats/csv.h"

#include <doctest/doctest.h>

#include <ostream>

#include "index/article_json.h"
#include "server/http/export_format.h"

using namespace backfile;

TEST_CASE("a cell is quoted where it has to be, and not guarded where it is no formula") {
  struct Case {
    std::string text;
    std::string cell;
  };
  for (const Case& c : {
           Case{"", ""},
           Case{"Tugs fall silent", "Tugs fall silent"},
           Case{"Tugs, barges", "\"Tugs, barges\""},
           Case{"the \"Ottoline\"", "\"the \"\"Ottoline\"\"\""},
           Case{"one\n\ntwo", "\"one\n\ntwo\""},
           Case{"one\r\ntwo", "\"one\r\ntwo\""},
           Case{" padded ", " padded "},
           Case{"a=1+1", "a=1+1"},
           Case{"2025-03-03", "2025-03-03"},
           Case{"-12", "-12"},
           Case{"+3.5", "+3.5"},
           Case{"-.5", "'-.5"},
           Case{"السفن -1", "السفن -1"},
           Case{"🚢 = ship", "🚢 = ship"},
       }) {
    CAPTURE(c.text);
    CHECK(csv_cell(c.text) == c.cell);
  }
}

TEST_CASE("a cell that a spreadsheet would run is guarded, quoted or not") {
  struct Case {
    std::string text;
    std::string cell;
  };
  for (const Case& c : {
           Case{"=1+1", "'=1+1"},
           Case{"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
           Case{"+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"},
           Case{"-2+3", "'-2+3"},
           Case{"-", "'-"},
           Case{"- a list", "'- a list"},
           Case{"--1", "'--1"},
           Case{"-1.2.3", "'-1.2.3"},
           Case{"@SUM(A1)", "'@SUM(A1)"},
           Case{"\t=1", "'\t=1"},
           Case{"\r=1", "\"'\r=1\""},
           Case{"\n=1", "\"'\n=1\""},
           Case{"＝1", "'＝1"},
           Case{"＋1", "'＋1"},
           Case{"－1", "'－1"},
           Case{"＠1", "'＠1"},
       }) {
    CAPTURE(c.text);
    CHECK(csv_cell(c.text) == c.cell);
  }
}

TEST_CASE("columns are the fields of the article model, under their names and in their order") {
  std::vector<std::string> names;
  for (const ArticleColumn& column : article_columns()) names.emplace_back(column.name);
  std::vector<std::string> keys;
  const auto json = article_to_json(Article{});
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  CHECK(names == keys);
}

TEST_CASE("a table has a byte order mark, a head, and a line for each article") {
  const ExportFormat& csv = export_format("csv");
  Article article;
  article.id = "abc";
  article.headline = "=Tugs, again";
  article.byline = {"Li Xiao", "Nour, H."};
  article.published = make_date(2025, 3);
  article.topics = {"harbour", "labour"};
  article.body = {"One.", "Two, \"three\"."};
  article.words = 3;
  article.url = "javascript:alert(1)";
  CHECK(
      csv.head(csv.usual_fields()) ==
      "\xEF\xBB\xBFid,identifier,url,headline,byline,dateline,published,published_precision,publication,section,topics,"
      "language,summary,body,words,story,copies,file\r\n");
  CHECK(csv.entry(article, csv.usual_fields()) ==
        "abc,,,\"'=Tugs, again\",\"Li Xiao; Nour, H.\",,2025-03,month,,,harbour; labour,,,"
        "\"One.\n\nTwo, \"\"three\"\".\",3,,0,\r\n");
  const ExportFields chosen{article_column("headline_from"), article_column("id")};
  CHECK(csv.head(chosen) == "\xEF\xBB\xBFheadline_from,id\r\n");
  CHECK(csv.entry(article, chosen) == ",abc\r\n");
}

TEST_CASE("a JSON line is the article with all its fields, or with those chosen") {
  const ExportFormat& jsonl = export_format("jsonl");
  Article article;
  article.id = "abc";
  article.headline = "Tugs \"again\"\nand \x01 🚢";
  article.url = "javascript:alert(1)";
  const std::string line = jsonl.entry(article, jsonl.usual_fields());
  CHECK(line.find('\n') == line.size() - 1);
  auto expected = article_to_json(article);
  expected["url"] = nullptr;
  CHECK(nlohmann::ordered_json::parse(line) == expected);
  CHECK(jsonl.head(jsonl.usual_fields()).empty());
  CHECK(jsonl.entry(article, {article_column("words"), article_column("id")}) == "{\"words\":0,\"id\":\"abc\"}\n");
}
