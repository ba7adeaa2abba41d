#include "indexer/readers/markup.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace backfile;

TEST_CASE("tags and entities of HTML are told from texts that speak of them") {
  for (const char* text : {"a <a href=\"x\">b</a>", "<b>a</b>", "a</P>", "a<br>b", "a<br />b", "<IMG src='x'>",
                           "a &amp; b", "Caf&eacute;", "&#8217;s", "&#x2019;s"}) {
    CAPTURE(text);
    CHECK(has_markup(text));
  }
  for (const char* text :
       {"a < b", "a <b and c> d", "a<b", "use <b> for bold", "</x>", "</bold>", "<a>", "Q&A; b", "AT&T", "a & b; c",
        "x &nosuch; y", "&#; <", "<", "&", "</", "a <b c", "a <i class>", "</i say"}) {
    CAPTURE(text);
    CHECK_FALSE(has_markup(text));
  }
}

TEST_CASE("markup is taken off line by line, and lines without any stay") {
  CHECK(lines_of_markup("a < b\n  a <b>bold</b> &amp; c\n\nd") == "a < b\n  a bold & c\n\nd\n");
}

TEST_CASE("what was escaped in HTML is HTML again where it has tags") {
  using Lines = std::vector<std::string>;
  CHECK(paragraphs_of_escaped_html("<p>&lt;p&gt;a &amp;amp; b&lt;/p&gt;&lt;p&gt;c&lt;/p&gt;</p><p>d &lt; e</p>") ==
        Lines{"a & b", "c", "d < e"});
}

TEST_CASE("a text that is all marks is looked through in time") {
  std::string marks;
  for (int i = 0; i < 300'000; ++i) marks += "<a &";
  CHECK_FALSE(has_markup(marks));
}
