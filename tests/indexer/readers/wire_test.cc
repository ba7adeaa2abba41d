#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/readers/nitf_article.h"
#include "tests/indexer/readers/reading.h"
#include "tests/support/temporary_folder.h"

using namespace backfile;

namespace {

std::vector<ReadResult> read_as(const std::string& name, std::string_view text) {
  const TemporaryFolder folder;
  return read_items(folder.write(name, text), default_options());
}

constexpr const char* kBody =
    "<body.content><p>The tugs of Selwyn fell silent on Tuesday.</p><media><media-caption>A "
    "tug.</media-caption></media>"
    "<hl2>What now?</hl2><p>Nobody knows.</p></body.content>";

std::string nitf() {
  return R"(<nitf uno="wire-1"><head><title>tugs-slug</title><tobject><tobject.subject tobject.subject.type="Labour"
    tobject.subject.matter="Strikes"/></tobject><docdata><doc-id id-string="wire.17"/><date.issue norm="20250128T101500Z"/>
    <key-list><keyword key="tugs"/><keyword key="Tugs"/></key-list></docdata><pubdata name="North Sea Wire" position.section="Shipping"/></head>
    <body xml:lang="en"><body.head><hedline><hl1>Tugs fall silent</hl1><hl2>The harbour waits</hl2></hedline>
    <byline>By <person>Ann Lee</person><byttl>Harbour Editor</byttl></byline>
    <dateline><location>SELWYN</location>, <story.date norm="20250128">Jan 28</story.date></dateline></body.head>)" +
         std::string(kBody) + "</body></nitf>";
}

std::string news_item(const std::string& status, const std::string& content) {
  return R"(<newsItem guid="urn:newsml:wire:17" xml:lang="en"><itemMeta><provider><name>North Sea Wire</name></provider>
    <versionCreated>2025-01-28T11:00:00Z</versionCreated><firstCreated>2025-01-28T10:15:00Z</firstCreated>
    <pubStatus qcode="stat:)" +
         status + R"("/></itemMeta><contentMeta><headline>Tugs fall silent</headline><by>Ann Lee</by>
    <language tag="en-GB"/><subject qcode="x:1"><name xml:lang="de">Streik</name><name xml:lang="en">Strikes</name></subject>
    </contentMeta><contentSet>)" +
         content + "</contentSet></newsItem>";
}

}  // namespace

TEST_CASE("NITF gives headline, names, date, place, topics and text") {
  const auto results = read_as("a.xml", nitf());
  REQUIRE(results.size() == 1);
  REQUIRE_FALSE(results[0].rejected());
  const Article& article = results[0].article();
  CHECK(article.headline == "Tugs fall silent");
  CHECK(article.identifier == "wire.17");
  CHECK(article.byline == std::vector<std::string>{"Ann Lee"});
  CHECK(article.published.iso == "2025-01-28T10:15:00Z");
  CHECK(article.dateline == "SELWYN, Jan 28");
  CHECK(article.publication == "North Sea Wire");
  CHECK(article.section == "Shipping");
  CHECK(article.topics == std::vector<std::string>{"tugs", "Strikes"});
  CHECK(article.summary == std::vector<std::string>{"The harbour waits"});
  CHECK(article.body ==
        std::vector<std::string>{"The tugs of Selwyn fell silent on Tuesday.", "What now?", "Nobody knows."});
}

TEST_CASE("a NewsML-G2 item gives its text whether it is XHTML, NITF or plain") {
  const std::vector<std::string> contents{
      R"(<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
      <body><p>The tugs of Selwyn fell silent on Tuesday.</p></body></html></inlineXML>)",
      "<inlineXML><nitf><body><body.content><p>The tugs of Selwyn fell silent on "
      "Tuesday.</p></body.content></body></nitf></inlineXML>",
      "<inlineData contenttype='text/plain'>The tugs of Selwyn fell silent on Tuesday.</inlineData>"};
  for (const std::string& content : contents) {
    CAPTURE(content);
    const auto results = read_as("a.xml", news_item("usable", content));
    REQUIRE(results.size() == 1);
    const Article& article = results[0].article();
    CHECK(article.headline == "Tugs fall silent");
    CHECK(article.identifier == "urn:newsml:wire:17");
    CHECK(article.byline == std::vector<std::string>{"Ann Lee"});
    CHECK(article.published.iso == "2025-01-28T10:15:00Z");
    CHECK(article.language == "en-GB");
    CHECK(article.publication == "North Sea Wire");
    CHECK(article.topics == std::vector<std::string>{"Strikes"});
    CHECK(article.body == std::vector<std::string>{"The tugs of Selwyn fell silent on Tuesday."});
    CHECK(results[0].place.crawled == "2025-01-28T11:00:00Z");
  }
}

TEST_CASE("a message of items gives each; packages, pictures and withdrawn ones are noted") {
  const std::string text = "<inlineData contenttype='text/plain'>The tugs fell silent.</inlineData>";
  const auto results = read_as("a", "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header/><itemSet>" +
                                        news_item("usable", text) + "<packageItem/>" + news_item("canceled", text) +
                                        news_item("usable", "<remoteContent/>") + news_item("usable", text) +
                                        "</itemSet></newsMessage>");
  REQUIRE(results.size() == 3);
  CHECK(results[1].article().body.size() == 1);
  CHECK(results[2].message() == "3 items are no articles: packages, pictures, withdrawn items");
}

TEST_CASE("wires whose words all have a prefix are read, in files of any name") {
  for (const std::string& bare : {nitf(), news_item("usable", "<inlineXML>" + nitf() + "</inlineXML>")}) {
    std::string text;
    for (char c : bare) {
      const bool begins_name = !text.empty() && text.back() == '<' && c != '/';
      const bool ends_name = text.size() > 1 && text.ends_with("</");
      text += begins_name || ends_name ? std::string("w:") + c : std::string(1, c);
    }
    const std::string name = bare.starts_with("<nitf") ? "NITF/2006-10-18/'" : "nar/2006-10-01/'";
    text.insert(text.find(' '), " xmlns:w='http://iptc.org/std/" + name);
    CAPTURE(text);
    const auto results = read_as("a", text);
    REQUIRE(results.size() == 1);
    REQUIRE_FALSE(results[0].rejected());
    CHECK(results[0].article().headline == "Tugs fall silent");
    CHECK(results[0].article().byline == std::vector<std::string>{"Ann Lee"});
    CHECK(results[0].article().body.size() == 3);
  }
}

TEST_CASE("a wire's text that was escaped, or put into CDATA, is HTML") {
  for (const char* text : {"&lt;p&gt;The tugs fell &lt;b&gt;silent&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;They wait.&lt;/p&gt;",
                           "<![CDATA[<p>The tugs fell silent.</p><p>They wait.</p>]]>",
                           "<p><![CDATA[The tugs fell <i>silent</i>.]]></p><p>They wait.</p>"}) {
    const std::string content = "<body.content>" + std::string(text) + "</body.content>";
    const std::string nitf_text = "<nitf><body><body.head/>" + content + "</body></nitf>";
    const std::string xhtml = "<inlineXML><html><body>" + std::string(text) + "</body></html></inlineXML>";
    for (const std::string& document : {nitf_text, news_item("usable", xhtml)}) {
      CAPTURE(document);
      CHECK(read_as("a.xml", document).at(0).article().body ==
            std::vector<std::string>{"The tugs fell silent.", "They wait."});
    }
  }
}

TEST_CASE("NITF that its agency has withdrawn is noted") {
  for (const std::string status : {"usable", "canceled", "withheld"}) {
    CAPTURE(status);
    std::string text = nitf();
    text.insert(text.find("<docdata") + 8, " management-status=\"" + status + "\"");
    const auto results = read_as("a.xml", text);
    REQUIRE(results.size() == 1);
    CHECK(results[0].noted() == (status != "usable"));
  }
}

TEST_CASE("dates of wires in ISO's basic form get hyphens") {
  CHECK(wire_date("20250128") == "2025-01-28");
  CHECK(wire_date("20250128T101500Z") == "2025-01-28T10:15:00Z");
  CHECK(wire_date("20250128T101500+0100") == "2025-01-28T10:15:00+01:00");
  CHECK(wire_date("2025-01-28") == "2025-01-28");
  CHECK(wire_date("20250128Txx") == "2025-01-28");
  CHECK(wire_date("") == "");
}
