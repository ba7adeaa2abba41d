#include "server/http/formats/feed.h"

#include <doctest/doctest.h>

#include <ostream>

#include "server/http/formats/percent_encoded.h"
#include "server/http/formats/xml_text.h"
#include "server/http/json_response.h"

using namespace backfile;

namespace {

// One entry of which everything is known, one of which nothing is.
Feed sample_feed() {
  Feed feed;
  feed.title = "Backfile: \"tugs\" & <barges>";
  feed.self = "http://a.example/feed.atom?q=tugs&in=all";
  feed.page = "http://a.example/?q=tugs&in=all";
  feed.updated = 1740996900;  // 2025-03-03T10:15:00Z
  FeedEntry full;
  full.id = "urn:backfile:article:abc";
  full.title = "Tugs <fall> & rise\x01";
  full.page = "http://a.example/article/abc";
  full.original = "https://gazette.example/?a=1&b='2'";
  full.summary = "No \"tug\" moved. 🚢\x1f";
  full.authors = {"Li Xiao", "H. & Nour"};
  full.topics = {"labour", "a\"b"};
  full.publication = "Harbour Gazette";
  full.language = "en";
  full.published = 1740942000;  // 2025-03-02T19:00:00Z
  full.updated = 1740942000;
  FeedEntry bare;
  bare.id = "urn:backfile:article:xyz";
  bare.title = "xyz";
  bare.page = "http://a.example/article/xyz";
  bare.updated = feed.updated;
  feed.entries = {full, bare};
  return feed;
}

}  // namespace

TEST_CASE("text of XML is escaped, and has no character that XML forbids") {
  CHECK(xml_text("a < b & \"c\" > 'd'") == "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
  CHECK(xml_text(std::string("\0\x01\x08\t\n\r\x0b\x1f x", 10)) == "\t\n\r x");
  CHECK(xml_text("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD\xEF\xBC\x9D") == "\xEF\xBF\xBD\xEF\xBC\x9D");
  CHECK(xml_text("\xEF") == "\xEF");
  CHECK(xml_text("稀土 السفن 🚢") == "稀土 السفن 🚢");
  CHECK(xml_element("name", "").empty());
}

TEST_CASE("a part of an address has no character that divides addresses") {
  CHECK(percent_encoded("a b&c=d/é?#%+-._~") == "a%20b%26c%3Dd%2F%C3%A9%3F%23%25%2B-._~");
}

TEST_CASE("a feed of Atom is written whole, without a date of appearance where none is known") {
  CHECK(atom_text(sample_feed()) == R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>http://a.example/feed.atom?q=tugs&amp;in=all</id><title>Backfile: &quot;tugs&quot; &amp; &lt;barges&gt;</title><updated>2025-03-03T10:15:00Z</updated><author><name>Backfile</name></author><link rel="self" href="http://a.example/feed.atom?q=tugs&amp;in=all"/><link rel="alternate" href="http://a.example/?q=tugs&amp;in=all"/>
<entry><id>urn:backfile:article:abc</id><title>Tugs &lt;fall&gt; &amp; rise</title><link rel="alternate" href="http://a.example/article/abc"/><link rel="via" href="https://gazette.example/?a=1&amp;b=&#39;2&#39;"/><published>2025-03-02T19:00:00Z</published><updated>2025-03-02T19:00:00Z</updated><author><name>Li Xiao</name></author><author><name>H. &amp; Nour</name></author><category term="labour"/><category term="a&quot;b"/><source><title>Harbour Gazette</title></source><summary>No &quot;tug&quot; moved. 🚢</summary></entry>
<entry><id>urn:backfile:article:xyz</id><title>xyz</title><link rel="alternate" href="http://a.example/article/xyz"/><updated>2025-03-03T10:15:00Z</updated></entry>
</feed>
)");
}

TEST_CASE("a feed of RSS is written whole, without a date where none is known") {
  CHECK(rss_text(sample_feed()) == R"(<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Backfile: &quot;tugs&quot; &amp; &lt;barges&gt;</title><link>http://a.example/?q=tugs&amp;in=all</link><description>Articles in this archive, newest first: Backfile: &quot;tugs&quot; &amp; &lt;barges&gt;</description><atom:link rel="self" type="application/rss+xml" href="http://a.example/feed.atom?q=tugs&amp;in=all"/><lastBuildDate>Mon, 03 Mar 2025 10:15:00 GMT</lastBuildDate>
<item><title>Tugs &lt;fall&gt; &amp; rise</title><link>http://a.example/article/abc</link><guid isPermaLink="false">urn:backfile:article:abc</guid><pubDate>Sun, 02 Mar 2025 19:00:00 GMT</pubDate><dc:creator>Li Xiao</dc:creator><dc:creator>H. &amp; Nour</dc:creator><dc:publisher>Harbour Gazette</dc:publisher><dc:language>en</dc:language><category>labour</category><category>a&quot;b</category><description>No &quot;tug&quot; moved. 🚢</description></item>
<item><title>xyz</title><link>http://a.example/article/xyz</link><guid isPermaLink="false">urn:backfile:article:xyz</guid></item>
</channel>
</rss>
)");
}

TEST_CASE("a JSON feed has what is known of each entry and no member for the rest") {
  const Json json = Json::parse(json_feed_text(sample_feed()));
  CHECK(json["version"] == "https://jsonfeed.org/version/1.1");
  CHECK(json["home_page_url"] == "http://a.example/?q=tugs&in=all");
  CHECK(json["feed_url"] == "http://a.example/feed.atom?q=tugs&in=all");
  const Json& full = json["items"][0];
  CHECK(full["id"] == "urn:backfile:article:abc");
  CHECK(full["external_url"] == "https://gazette.example/?a=1&b='2'");
  CHECK(full["date_published"] == "2025-03-02T19:00:00Z");
  CHECK(full["authors"] == Json::parse(R"([{"name":"Li Xiao"},{"name":"H. & Nour"}])"));
  CHECK(full["tags"] == Json::parse(R"(["labour","a\"b"])"));
  CHECK(json["items"][1] == Json::parse(R"({"id":"urn:backfile:article:xyz","url":"http://a.example/article/xyz",
                                            "title":"xyz","content_text":""})"));
}
