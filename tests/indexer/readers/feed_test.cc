#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer/readers/reading.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

std::vector<ReadResult> read_as(const std::string& name, std::string_view text,
                                ReadOptions options = default_options()) {
  const TemporaryFolder folder;
  return read_items(folder.write(name, text), options);
}

Article only_article(std::string_view text, const std::string& name = "feed.xml") {
  const auto results = read_as(name, text);
  REQUIRE(results.size() == 1);
  CAPTURE(results[0].message());
  REQUIRE_FALSE(results[0].rejected());
  return results[0].article();
}

constexpr const char* kRss = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dublin="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour &amp; Tide</title><link>https://tide.example/</link><language>en-gb</language>
<item><title>Tugs fall &lt;em&gt;silent&lt;/em&gt; &amp;amp; wait</title><link>/news/tugs?a=1&amp;b=2</link>
<guid isPermaLink="false">tide-17</guid><dublin:creator>By Ann Lee and Bo Chan</dublin:creator>
<pubDate>Tue, 28 Jan 2025 10:15:00 GMT</pubDate><category>Shipping</category><category>Strikes</category>
<description>The harbour waits for its tugs.</description>
<content:encoded><![CDATA[<p>The tugs of Selwyn fell silent on Tuesday.</p><h2>What now?</h2><p>Nobody knows when they will move again.</p>]]></content:encoded>
</item></channel></rss>)";

}  // namespace

TEST_CASE("an RSS item is an article with its full text, and the feed's name as its publication") {
  const Article article = only_article(kRss);
  CHECK(article.headline == "Tugs fall silent & wait");
  CHECK(article.url == "https://tide.example/news/tugs?a=1&b=2");
  CHECK(article.identifier == "tide-17");
  CHECK(article.byline == std::vector<std::string>{"Ann Lee", "Bo Chan"});
  CHECK(article.published.iso == "2025-01-28T10:15:00Z");
  CHECK(article.publication == "Harbour & Tide");
  CHECK(article.topics == std::vector<std::string>{"Shipping", "Strikes"});
  CHECK(article.language == "en-GB");
  CHECK(article.summary == std::vector<std::string>{"The harbour waits for its tugs."});
  CHECK(article.body == std::vector<std::string>{"The tugs of Selwyn fell silent on Tuesday.", "What now?",
                                                 "Nobody knows when they will move again."});
}

TEST_CASE("an entry's date in numbers is read as its language writes it, or as its text shows") {
  const auto published = [](const std::string& language, const std::string& text) {
    return only_article("<rss><channel><title>T</title><language>" + language +
                        "</language><item><title>Fog</title><pubDate>01/02/2025</pubDate><description>" + text +
                        "</description></item></channel></rss>")
        .published.iso;
  };
  CHECK(published("en-US", "It was foggy.") == "2025-01-02");
  CHECK(published("en-GB", "It was foggy.") == "2025-02-01");
  CHECK(published("en-GB", "It was foggy on 12/25/2024.") == "2025-01-02");
  CHECK(published("en", "It was foggy.") == "");
}

TEST_CASE("an entry with one text alone has it as its body") {
  CHECK(only_article("<rss><channel><title>T</title><item><title>Fog</title><description>It was foggy in the "
                     "harbour.</description></item></channel></rss>")
            .body == std::vector<std::string>{"It was foggy in the harbour."});
}

TEST_CASE("an entry's text that was escaped once too often is HTML, one that shows tags has them") {
  const auto body = [](const std::string& text) {
    return only_article("<rss><channel><title>T</title><item><title>Fog</title><description>" + text +
                        "</description></item></channel></rss>")
        .body;
  };
  CHECK(body("&amp;lt;p&amp;gt;Caf&amp;amp;eacute;&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;b&amp;lt;/p&amp;gt;") ==
        std::vector<std::string>{"Café", "b"});
  CHECK(body("&lt;p&gt;Write &amp;lt;b&amp;gt;fog&amp;lt;/b&amp;gt;.&lt;/p&gt;") ==
        std::vector<std::string>{"Write <b>fog</b>."});
}

TEST_CASE("RSS 1.0 items stand beside their channel") {
  const Article article = only_article(
      R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Tide</title><items><rdf:Seq/></items></channel>
      <item rdf:about="y"><title>Fog</title><link>https://tide.example/fog</link><dc:date>2025-01-28</dc:date></item></rdf:RDF>)",
      "feed");
  CHECK(article.publication == "Tide");
  CHECK(article.published.iso == "2025-01-28");
}

TEST_CASE("an Atom entry has its authors, its address against xml:base, and XHTML or HTML as its text") {
  const std::string feed =
      R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://estuaire.example/">
      <title type="html">Courrier de l&amp;eacute;stuaire</title><author><name>La rédaction</name></author>
      <entry><id>urn:1</id><title>Brume</title><link rel="alternate" href="brume.html"/><link rel="edit" href="x"/>
      <author><name>Anne Lis</name></author><author><name>Bo Ruiz</name></author>
      <published>2025-01-28T08:00:00Z</published><updated>2025-01-29T09:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>La brume <b>couvre</b> l'estuaire.</p><ul><li>un</li></ul></div></content>
      </entry></feed>)";
  const auto results = read_as("a.xml", feed);
  REQUIRE(results.size() == 1);
  const Article& article = results[0].article();
  CHECK(article.url == "https://estuaire.example/brume.html");
  CHECK(article.publication == "Courrier de léstuaire");
  CHECK(article.byline == std::vector<std::string>{"Anne Lis", "Bo Ruiz"});
  CHECK(article.language == "fr");
  CHECK(article.body == std::vector<std::string>{"La brume couvre l'estuaire.", "• un"});
  CHECK(article.published.iso == "2025-01-28T08:00:00Z");
  CHECK(results[0].place.crawled == "2025-01-29T09:00:00Z");
}

TEST_CASE("a feed's name counts for entries that stand before it") {
  CHECK(only_article("<rss><channel><item><title>Fog</title></item><title>Tide</title></channel></rss>").publication ==
        "Tide");
}

TEST_CASE("authors are people, not addresses") {
  auto byline = [](const std::string& author) {
    return only_article("<rss><channel><title>T</title><item><title>Fog</title><author>" + author +
                        "</author></item></channel></rss>")
        .byline;
  };
  CHECK(byline("ann@tide.example (Ann Lee)") == std::vector<std::string>{"Ann Lee"});
  CHECK(byline("Ann Lee &lt;ann@tide.example&gt;") == std::vector<std::string>{"Ann Lee"});
  CHECK(byline("desk@tide.example").empty());
}

TEST_CASE("a feed of another character set is read by its declaration, or by detection") {
  const std::string body =
      "<rss><channel><title>\xCF\xEE\xF0\xF2</title><item><title>\xD2\xF3\xEC\xE0\xED</title></item>"
      "</channel></rss>";
  const Article article = only_article("<?xml version='1.0' encoding='windows-1251'?>" + body);
  CHECK(article.headline == "Туман");
  CHECK(article.publication == "Порт");
}

TEST_CASE("a feed that is not well-formed gives what can be understood, and a note says where it is not") {
  const auto results = read_as("a.xml",
                               "<rss><channel><title>T</title><item><title>A & B</title></item>"
                               "<item><title>two</tilte></item><item><title>three&nbsp;bells</title></item>");
  std::string told;
  for (const ReadResult& result : results) told += (result.noted() ? "note" : result.article().headline) + "; ";
  CHECK(told == "A & B; two; three bells; note; ");
  CHECK(results.back().message().find("line 1: a bare &") != std::string::npos);
}

TEST_CASE("a tag that is not ended costs no later entry") {
  const auto results = read_as("a.xml",
                               "<rss><channel><title>T</title><item><title>one</title><description>a<br>b</description>"
                               "</item><item><title>two</title><item><title>three</title></item></channel></rss>");
  REQUIRE(results.size() == 4);
  CHECK(results[0].article().body == std::vector<std::string>{"a b"});
  CHECK(results[1].article().headline == "two");
  CHECK(results[2].article().headline == "three");
  CHECK(results[2].article().publication == "T");
  CHECK(results[3].noted());
}

TEST_CASE("an entry that the file ends in is rejected, those before it are not") {
  const auto results = read_as("a.xml", "<rss><channel><title>T</title><item><title>one</title></item><item><title>tw");
  REQUIRE(results.size() == 2);
  CHECK(results[0].article().headline == "one");
  CHECK(results[1].reason() == "not_xml");
}

TEST_CASE("short texts that a document declares as entities are expanded, up to 1 MB in all") {
  const auto headline_of = [](std::string_view declared, std::string_view title) {
    const auto results =
        read_as("a.xml", "<!DOCTYPE rss [" + std::string(declared) + "]><rss><channel><title>T</title><item><title>" +
                             std::string(title) + "</title></item></channel></rss>");
    return results.at(0).article().headline;
  };
  CHECK(headline_of("<!ENTITY paper 'Tide'><!ENTITY eacute '&#233;'>", "Caf&eacute; &paper;") == "Café Tide");
  CHECK(headline_of("<!ENTITY long '" + std::string(300, 'x') + "'>", "Fog&long;") == "Fog");
  std::string many = "Fog ";
  for (int i = 0; i < 20'000; ++i) many += "&x;";
  CHECK(headline_of("<!ENTITY x '" + std::string(200, 'x') + "'>", many).size() < 1'050'000);
}

TEST_CASE("entities that hold others, or a file, are not expanded") {
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'lol lol lol'>";
  for (int i = 1; i < 30; ++i) {
    const std::string inner = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " '" + inner + inner + inner + inner + "'>";
  }
  bomb +=
      "<!ENTITY file SYSTEM 'file:///etc/passwd'>]><rss><channel><title>T</title><item><title>Fog&a29;&file;</title>"
      "<link href='&a29;'>https://x.example/</link></item></channel></rss>";
  const auto results = read_as("a.xml", bomb);
  REQUIRE_FALSE(results.empty());
  CHECK(results[0].article().headline == "Fog");
}

TEST_CASE("XML a million deep is rejected, with what stood before it kept") {
  std::string deep = "<rss><channel><title>T</title><item><title>one</title></item><item>";
  for (int i = 0; i < 1'000'000; ++i) deep += "<p>";
  const auto results = read_as("a.xml", deep);
  REQUIRE(results.size() == 2);
  CHECK(results[0].article().headline == "one");
  CHECK(results[1].reason() == "not_xml");
  CHECK(results[1].message().find("deep") != std::string::npos);
}

TEST_CASE("an entry over the limit costs only itself") {
  ReadOptions options = default_options();
  options.max_article_bytes = 100'000;
  const std::string large(200'000, 'x');
  const auto results = read_as("a.xml",
                               "<rss><channel><title>T</title><item><title>" + large +
                                   "</title></item><item><title>two</title></item></channel></rss>",
                               options);
  REQUIRE(results.size() == 2);
  CHECK(results[0].reason() == "too_large");
  CHECK(results[1].article().headline == "two");
  CHECK(results[1].article().publication == "T");
}

TEST_CASE("a feed that cannot be read to its end says so, with what stood before it kept") {
  const std::string good = "<item><title>Fog</title><description>It was foggy.</description></item>";
  const std::string large = "<item><a b=\"" + std::string(12'000'000, 'x') + "\"/></item>";
  const auto results = read_as("a.rss", "<rss><channel>" + good + large + good + "</channel></rss>");
  REQUIRE(results.size() == 2);
  CHECK(results[0].article().headline == "Fog");
  CHECK(results[1].reason() == "too_large");
  CHECK(results[1].message() == "a tag or a piece of text of more than 10 MB; nothing behind it is read");
  const auto behind = read_as("a.rss", "<rss><channel>" + good + "</channel></rss>\n<div>served by a cache</div>");
  REQUIRE(behind.size() == 2);
  CHECK(behind[1].noted());
}

TEST_CASE("other XML is rejected by its root") {
  const auto catalog = read_as("a.xml", "<?xml version='1.0'?><catalog><book/></catalog>");
  CHECK(catalog[0].reason() == "format_not_read");
  CHECK(catalog[0].message().find("<catalog>") != std::string::npos);
  CHECK(read_as("a.xml", "<urlset/>")[0].message().find("sitemap") != std::string::npos);
  CHECK(read_as("a.xml", "<rss><channel/></rss>")[0].reason() == "empty");
  CHECK(read_as("a.xml", "<?xml version='1.0'?>")[0].reason() == "not_xml");
}
