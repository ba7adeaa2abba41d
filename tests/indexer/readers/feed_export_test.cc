#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/readers/wordpress_text.h"
#include "tests/indexer/readers/reading.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

using Lines = std::vector<std::string>;

std::vector<ReadResult> read_text(std::string_view text) {
  const TemporaryFolder folder;
  return read_items(folder.write("a.xml", text), default_options());
}

std::string wordpress_item(const std::string& title, const std::string& more, const std::string& text = "<p>Fog.</p>") {
  return "<item><title>" + title + "</title><dc:creator><![CDATA[alee]]></dc:creator><description/><content:encoded>" +
         "<![CDATA[" + text + "]]></content:encoded><wp:post_id>7</wp:post_id>" + more + "</item>";
}

std::string wordpress_export(const std::string& items) {
  return R"(<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Tide</title><wp:author><wp:author_login>alee</wp:author_login>
    <wp:author_display_name><![CDATA[Ann Lee]]></wp:author_display_name></wp:author>)" +
         items + "</channel></rss>";
}

}  // namespace

TEST_CASE("a post of a WordPress export has its writer's name, its paragraphs and its excerpt") {
  const auto results = read_text(wordpress_export(wordpress_item(
      "Fog",
      "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><excerpt:encoded><![CDATA[The port is "
      "closed.]]></excerpt:encoded>",
      "It was foggy\nin the <em>harbour</em>.\n\n[caption width=\"300\"]<img src=\"a.jpg\"/> A "
      "tug.[/caption]\n \nTugs wait.")));
  REQUIRE(results.size() == 1);
  const Article& article = results[0].article();
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.body == Lines{"It was foggy in the harbour.", "Tugs wait."});
  CHECK(article.summary == Lines{"The port is closed."});
}

TEST_CASE("of a WordPress export, published posts and pages are articles, and a note counts the others") {
  struct Case {
    std::string more;
    bool taken;
  };
  const std::vector<Case> table{
      {"", true},
      {"<wp:status>publish</wp:status><wp:post_type>page</wp:post_type>", true},
      {"<wp:status>publish</wp:status><wp:post_type>review</wp:post_type>", true},
      {"<wp:status>draft</wp:status><wp:post_type>post</wp:post_type>", false},
      {"<wp:status>private</wp:status><wp:post_type>post</wp:post_type>", false},
      {"<wp:status>inherit</wp:status><wp:post_type>revision</wp:post_type>", false},
      {"<wp:status>publish</wp:status><wp:post_type>nav_menu_item</wp:post_type>", false},
      {"<wp:status>publish</wp:status><wp:post_type>wp_block</wp:post_type>", false},
      {"<wp:status>publish</wp:status><wp:post_password>tide</wp:post_password>", false},
  };
  std::string items;
  for (const Case& row : table) {
    CAPTURE(row.more);
    items += wordpress_item("Fog", row.more);
    const auto results = read_text(wordpress_export(wordpress_item("Fog", row.more)));
    REQUIRE(results.size() == 1);
    CHECK(results[0].noted() != row.taken);
  }
  const auto all = read_text(wordpress_export(items));
  REQUIRE(all.size() == 4);
  CHECK(all[3].message().starts_with("6 entries"));
}

TEST_CASE("shortcodes go, words in brackets stay") {
  struct Case {
    std::string stored;
    std::string html;
  };
  const std::vector<Case> table{
      {"Fog [sic] rises [1].", "<p>Fog [sic] rises [1]."},
      {"a [gallery ids=\"1,2\"] b [gallery] c", "<p>a  b  c"},
      {"a [embed]https://tide.example/v[/embed] b", "<p>a  b"},
      {"a [box color=\"red\"]b[/box] [row][col]c[/col][/row]", "<p>a b c"},
      {"a [sic] b [sic] [caption id=\"x\"] c", "<p>a [sic] b [sic]  c"},
      {"[", "<p>["},
      {"<!-- wp:paragraph --><p>a</p>\n\n<p>b</p>", "<!-- wp:paragraph --><p>a</p>\n\n<p>b</p>"},
  };
  for (const Case& row : table) CHECK(html_of_wordpress(row.stored) == row.html);
  std::string hostile;
  for (int i = 0; i < 300'000; ++i) hostile += "[caption][a" + std::to_string(i) + "][/x";
  CHECK(html_of_wordpress(hostile).size() < hostile.size());
}

TEST_CASE("of Blogger's export, posts are articles, and their kind is no topic") {
  const auto entry = [](const std::string& title, const std::string& more) {
    return "<entry><title>" + title + "</title><category scheme='http://www.blogger.com/atom/ns#' term='Fog'/>" + more +
           "</entry>";
  };
  const auto kind = [](const std::string& name) {
    return "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/"
           "kind#" +
           name + "'/>";
  };
  const auto results = read_text(
      "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:b='http://schemas.google.com/blogger/2018' "
      "xmlns:app='http://www.w3.org/2007/app'><title>Tide</title>" +
      entry("a", kind("post")) + entry("b", kind("comment")) + entry("c", kind("template")) + entry("d", kind("page")) +
      entry("e", kind("post") + "<app:control><app:draft>yes</app:draft></app:control>") +
      entry("f", "<b:type>COMMENT</b:type><b:status>LIVE</b:status>") +
      entry("g", "<b:type>POST</b:type><b:status>DRAFT</b:status>") +
      entry("h", "<b:type>POST</b:type><b:status>LIVE</b:status>") + "</feed>");
  std::string taken;
  for (const ReadResult& result : results) taken += result.noted() ? "note" : result.article().headline;
  CHECK(taken == "adhnote");
  CHECK(results[0].article().topics == Lines{"Fog"});
  CHECK(results[3].message().starts_with("5 entries"));
}
