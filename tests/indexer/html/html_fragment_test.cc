// Pieces of HTML as paragraphs (html/html_fragment.h).
#include "indexer/html/html_fragment.h"

#include <doctest/doctest.h>

using namespace backfile;

using Paragraphs = std::vector<std::string>;

namespace {

std::string joined(const Paragraphs& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += "[" + paragraph + "]";
  return text;
}

}  // namespace

TEST_CASE("a fragment's blocks are its paragraphs") {
  struct Case {
    std::string name;
    const char* html;
    Paragraphs paragraphs;
  };
  const Case cases[] = {
      {"nothing", "", {}},
      {"no tags", "Fog closed\n the harbour.", {"Fog closed the harbour."}},
      {"paragraphs", "<p>Fog <b>closed</b> the harbour.</p><p>It lifted.", {"Fog closed the harbour.", "It lifted."}},
      {"marks of quotation",
       "<p><q>Fog,</q> she said, <q> </q>and <q>so <q>thick</q></q>.</p><q><p>Rain.</p></q>",
       {"“Fog,” she said, and “so “thick””.", "“Rain."}},
      {"divisions", "<div>One<div>Two</div>Three</div>", {"One", "Two", "Three"}},
      {"entities",
       "<p>Smith &amp; Sons&nbsp;&mdash; &#8220;fog&#x201D; &notanentity;</p>",
       {"Smith & Sons — “fog” &notanentity;"}},
      {"two line breaks part, one does not", "One<br>line<br><br/>Two", {"One line", "Two"}},
      {"lists", "<ul><li>Fog<li><p>Rain</p><p>and hail</p></ul>", {"• Fog", "• Rain", "and hail"}},
      {"a numbered list",
       "<ol><li>Fog<li><p>Rain</p><p>and hail</p><li>Snow</ol>",
       {"1. Fog", "2. Rain", "and hail", "3. Snow"}},
      {"lists in a numbered list",
       "<ol start=3><li>Fog<ul><li>wet</ul><ol><li>Rain</ol><li>Snow</ol><ol><li>Hail</ol>",
       {"3. Fog", "• wet", "1. Rain", "4. Snow", "1. Hail"}},
      {"a list of letters, and one that counts backwards",
       "<ol type=a><li>Fog</ol><ol reversed><li>Rain</ol>",
       {"• Fog", "• Rain"}},
      {"a list that begins nowhere", "<ol start=x><li>Fog</ol><ol start=-3><li>Rain</ol>", {"1. Fog", "1. Rain"}},
      {"a list with numbers of its own",
       "<ol><li>1) Fog<li>2. Rain<li>3 boats</ol>",
       {"1) Fog", "2. Rain", "3. 3 boats"}},
      {"a list with bullets of its own", "<ul><li>- Fog</ul>", {"- Fog"}},
      {"tables", "<table><tr><th>Port<th>Ships<tr><td>Aldermouth<td>12</table>", {"Port | Ships", "Aldermouth | 12"}},
      {"a table that lays out", "<table><tr><td><div>Menu</div><td><p>Fog.</p></table>", {"Menu", "Fog."}},
      {"what is not seen",
       "<script>1 < 2</script><style>p{}</style><p hidden>No</p><p style='display: none'>No</p><p>Yes",
       {"Yes"}},
      {"elements that nobody knows stand in their line",
       "<p>The <org>harbour office</org> of <st1:City>Aldermouth</st1:City>, <x-link>said</x-link> "
       "<picture><img src=a></picture><slot>no</slot><o:p></o:p>.</p>",
       {"The harbour office of Aldermouth, said no."}},
      {"paragraphs in elements that nobody knows",
       "Fog<article-body><p>Rain</p><x-part><p>Hail</p>Snow</x-part></article-body>",
       {"Fog", "Rain", "Hail", "Snow"}},
      {"elements that nobody knows in a table", "<table><tr><td><x-a>Fog</x-a><td>12</table>", {"Fog | 12"}},
      {"words are not glued", "<p>Fog<br>bank<button>Share</button>ed</p>", {"Fog bank ed"}},
      {"broken tags", "<p>Fog <i>closed</p></div></b><p>the <harbour", {"Fog closed", "the"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(joined(paragraphs_of_html(one.html)) == joined(one.paragraphs));
  }
}

TEST_CASE("a fragment nested a million deep costs only what is too deep") {
  std::string html = "<p>Fog.</p>";
  for (int i = 0; i < 1'000'000; ++i) html += "<div>";
  html += "<p>Rain.</p>";
  CHECK(paragraphs_of_html(html) == Paragraphs{"Fog."});
}
