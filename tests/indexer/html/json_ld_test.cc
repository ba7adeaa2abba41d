// JSON-LD of pages (readers/json_ld.h).
#include "indexer/readers/json_ld.h"

#include <doctest/doctest.h>

using namespace backfile;

namespace {

LinkedData read(const std::string& json) {
  return linked_data_of(HtmlTree::parse("<script type=\"application/ld+json\">" + json + "</script>"));
}

}  // namespace

TEST_CASE("an article is found wherever JSON-LD has it, and mended where it is not quite JSON") {
  struct Case {
    std::string name;
    std::string json;
  };
  const std::string object = R"({"@type":"NewsArticle","headline":"Fog","author":{"name":"Ann Lee"}})";
  const Case cases[] = {
      {"alone", object},
      {"in an array", "[{\"@type\":\"WebSite\"}," + object + "]"},
      {"in a graph", "{\"@context\":\"https://schema.org\",\"@graph\":[" + object + "]}"},
      {"inside a page", "{\"@type\":\"WebPage\",\"mainEntity\":" + object + "}"},
      {"in an HTML comment", "<!-- " + object + " -->"},
      {"in CDATA", "//<![CDATA[\n" + object + "\n//]]>"},
      {"with commas too many", R"({"@type":["NewsArticle",],"headline":"Fog","author":[{"name":"Ann Lee",},],})"},
      {"with a semicolon behind", object + ";"},
      {"with raw line ends",
       "{\"@type\":\"NewsArticle\",\"headline\":\"Fog\",\"description\":\"a\nb\",\"author\":\"Ann Lee\"}"},
      {"with a quote that is not escaped",
       R"({"@type":"NewsArticle","headline":"Fog","description":"Pilots call it "soup" here","author":"Ann Lee"})"},
      {"one object behind the other", R"({"@type":"WebSite","url":"https://echo.example/"} )" + object},
      {"with a list of types", R"({"@type":["Thing","BlogPosting"],"headline":"Fog","author":["Ann Lee"]})"},
      {"escaped as if it were text",
       R"({&#34;@type&#34;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Fog&quot;,&quot;author&quot;:&quot;Ann Lee&quot;})"},
      {"by reference",
       R"({"@graph":[{"@type":"Article","headline":"Fog","author":{"@id":"#a"}},{"@id":"#a","@type":"Person","name":"Ann Lee"}]})"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const LinkedData data = read(one.json);
    CHECK(data.is_article);
    REQUIRE(data.facts.headlines.size() == 1);
    CHECK(data.facts.headlines[0] == "Fog");
    REQUIRE(data.facts.credits.size() == 1);
    CHECK(data.facts.credits[0] == "Ann Lee");
  }
}

TEST_CASE("of what is escaped as if it were text all entities are read") {
  const LinkedData data =
      read(R"({&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Fog &amp; &lt;tides&gt;&quot;})");
  CHECK(data.facts.headlines == std::vector<std::string>{"Fog & <tides>"});
}

TEST_CASE("some programs write JSON-LD as a <meta>") {
  const LinkedData data = linked_data_of(
      HtmlTree::parse("<meta name='script:ld+json' "
                      "content='{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Fog&quot;}'>"));
  CHECK(data.is_article);
  CHECK(data.facts.headlines == std::vector<std::string>{"Fog"});
}

TEST_CASE("what one object of an article does not say, its twin or its page does") {
  const std::string article = R"({"@type":"Article","headline":"Fog","datePublished":"2025-03-03"})";
  const LinkedData twin = read("[" + article + R"(,{"@type":"BlogPosting","headline":"Fog","author":"Ann Lee"}])");
  CHECK(twin.facts.credits == std::vector<std::string>{"Ann Lee"});
  const LinkedData page = read("[" + article + R"(,{"@type":"WebPage","author":{"name":"Ann Lee"}}])");
  CHECK(page.facts.credits == std::vector<std::string>{"Ann Lee"});
  const LinkedData other = read("[" + article + R"(,{"@type":"BlogPosting","headline":"Tides","author":"Cy Diaz"}])");
  CHECK(other.facts.credits.empty());
}

TEST_CASE("organisations that write are kept apart from people") {
  const LinkedData data = read(
      R"({"@type":"Article","author":[{"@type":"Person","name":"Ann Lee"},{"@type":"Organization","name":"Hale & Hale"}]})");
  CHECK(data.facts.credits == std::vector<std::string>{"Ann Lee"});
  CHECK(data.facts.houses == std::vector<std::string>{"Hale & Hale"});
}

TEST_CASE("a script that is broken costs no other") {
  const LinkedData data = linked_data_of(HtmlTree::parse(
      "<script type=application/ld+json>{\"@type\":\"Article\",</script><script type=application/ld+json>"
      "{\"@type\":\"Article\",\"headline\":\"Fog\",\"isAccessibleForFree\":\"False\"}</script>"));
  REQUIRE(data.facts.headlines.size() == 1);
  CHECK_FALSE(data.is_free);
}

TEST_CASE("what goes round in a circle of references ends") {
  const LinkedData data = read(
      R"({"@graph":[{"@type":"Article","author":{"@id":"#a"}},{"@id":"#a","name":{"@id":"#b"}},{"@id":"#b","name":{"@id":"#a"}}]})");
  CHECK(data.is_article);
  CHECK(data.facts.credits.empty());
}

TEST_CASE("objects of other kinds are no article") {
  CHECK_FALSE(read(R"({"@type":"Organization","name":"The Echo"})").is_article);
  CHECK(read(R"({"@type":"Organization","name":"The Echo"})").facts.publication == "The Echo");
  CHECK_FALSE(read("null").is_article);
  CHECK_FALSE(read("").is_article);
}

TEST_CASE("of several articles the page's own is taken") {
  const std::string other = R"({"@type":"NewsArticle","headline":"Ferry prices rise","datePublished":"2019-01-01"})";
  const std::string own =
      R"({"@type":"NewsArticle","headline":"Fog closes harbour","datePublished":"2025-03-03","url":"https://www.echo.example/fog"})";
  auto published = [](const std::string& json, const ArticleNames& names) {
    const HtmlTree tree = HtmlTree::parse("<script type=\"application/ld+json\">" + json + "</script>");
    return linked_data_of(tree, names).facts.published;
  };
  const ArticleNames title{{"Fog closes harbour | The Echo"}, {}};
  const ArticleNames address{{"Third day of silence"}, {"http://echo.example/fog/?from=feed"}};
  const ArticleNames neither{{"Third day of silence"}, {"https://echo.example/silence"}};
  const std::string list = R"({"@type":"ItemList","itemListElement":[{"item":)" + other + "}]}";
  const std::string both = "[" + other + "," + own + "]";
  CHECK(published(both, title) == "2025-03-03");
  CHECK(published(both, address) == "2025-03-03");
  CHECK(published(both, neither).empty());
  CHECK(published(both, {}) == "2019-01-01");
  CHECK(published("[" + list + "," + own + "]", title) == "2025-03-03");
  CHECK(published("[" + list + "," + own + "]", neither) == "2025-03-03");
  CHECK(published(list, title).empty());
  CHECK(published(own, neither) == "2025-03-03");
  CHECK(published("[" + own + "," + own + "]", neither) == "2025-03-03");
  CHECK(published("[{\"@type\":\"Review\",\"datePublished\":\"2019-01-01\",\"headline\":\"Tea\"}," + own + "]",
                  title) == "2025-03-03");
}
