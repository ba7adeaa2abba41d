#include "server/http/snippet.h"

#include <doctest/doctest.h>

#include <ostream>

using namespace backfile;

TEST_CASE("a snippet joins fragments and marks what matched") {
  CHECK(snippet_html({}).empty());
  CHECK(snippet_html({{{{"Exports of ", false}, {"rare earth", true}, {" fell", false}}, 3},
                      {{{"rare", true}, {" ", false}, {"earth", true}}, 7}}) ==
        "Exports of <mark>rare earth</mark> fell … <mark>rare</mark> <mark>earth</mark>");
}

TEST_CASE("nothing of an article can become markup in a snippet") {
  CHECK(escape_html("<b>&\"'</b>") == "&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;");
  CHECK(snippet_html({{{{"</mark><script>alert('x')</script>", true}, {" & \"more\"", false}}, 0}}) ==
        "<mark>&lt;/mark&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</mark> &amp; &quot;more&quot;");
  CHECK(escape_html("稀土 & café") == "稀土 &amp; café");
}
