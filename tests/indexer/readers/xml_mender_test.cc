#include "indexer/readers/xml/xml_mender.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace backfile;

namespace {

struct Mended {
  std::string text;
  std::string complaint;
};

// `step` bytes at a time.
Mended mend(std::string_view text, std::size_t step) {
  XmlMender mender;
  Mended mended;
  for (std::size_t at = 0; at < text.size(); at += step) mended.text += mender.mended(text.substr(at, step));
  mended.text += mender.rest();
  mended.complaint = mender.complaint();
  return mended;
}

}  // namespace

TEST_CASE("XML that is not well-formed is mended where the fault is, however its bytes come") {
  struct Case {
    std::string broken;
    std::string mended;
  };
  const std::vector<Case> table{
      {"<a><b>x<br>y</b><c/></a>", "<a><b>x<br>y</br></b><c/></a>"},
      {"<a>x</p></a>", "<a>x</a>"},
      {"<rss><item><p>x<item>y</item></rss>", "<rss><item><p>x</p></item><item>y</item></rss>"},
      {"<list><item><item/></item></list>", "<list><item><item/></item></list>"},
      {"<a>Smith & Sons, Q&A, &amp; &#38; &x y;</a>", "<a>Smith &amp; Sons, Q&amp;A, &amp; &#38; &amp;x y;</a>"},
      {"<a>1 < 2, <3, a <b <c>d</c></a>", "<a>1 &lt; 2, &lt;3, a &lt;b <c>d</c></a>"},
      {"<a b=c d e='f&g<h'>x</a>", "<a b=\"c\" e='f&amp;g&lt;h'>x</a>"},
      {"<a>&#; &#8217;</a>", "<a>&amp;#; &#8217;</a>"},
      {"<a b='x\ny' c\nd>e</a>", "<a b='x\ny'\n>e</a>"},
      {"<a b=\"c\"d='e'/>", "<a b=\"c\" d='e'/>"},
  };
  for (const Case& row : table) {
    CAPTURE(row.broken);
    for (std::size_t step : {1, 2, 3, 1000}) {
      CAPTURE(step);
      CHECK(mend(row.broken, step).text == row.mended);
    }
    CHECK(mend(row.broken, 1000).complaint.empty() == (row.mended == row.broken));
  }
}

TEST_CASE("XML that is well-formed is not touched") {
  const std::string sound =
      "<?xml version=\"1.0\"?><!-- a < b & <p> -- --><!DOCTYPE rss [<!-- don't ]> --><!ENTITY x \"<p>\">]>\n"
      "<rss a = '\"' b=\"it's > &lt;\"\n c='x'>&lt;p&gt; &x;<![CDATA[<p> & ]] ]>]]]><d:e.f-g  /></rss >\n<!-- & -->";
  for (std::size_t step : {1, 3, 1000}) {
    CHECK(mend(sound, step).text == sound);
    CHECK(mend(sound, step).complaint == "");
  }
}

TEST_CASE("the first thing that was mended is told with its line") {
  CHECK(mend("<a>\n<b>\n</a>", 100).complaint == "line 3: <b> is not ended before </a>");
  CHECK(mend("<a>\n &\n</b></a>", 100).complaint == "line 2: a bare &");
}
