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
      {"line breaks in tables and quotations",
       "<table><tr><td>Port<br><td>Ships</table><p><q>Fog<br></q>, she said",
       {"Port | Ships", "“Fog ”, she said"}},
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

TEST_CASE("lines that single breaks part are paragraphs where they end and begin like sentences and are long") {
  const std::string first =
      "Fog closed the harbour of Aldermouth for the third day on Monday, and forty ships waited outside of the mole.";
  const std::string second =
      "“Pilots will not board before the wind turns,” she added, because two tugs were damaged on Saturday night.";
  const std::string third =
      "Insurers expect claims of four million crowns, most of them for fruit that will not keep until Wednesday.";
  const std::string small =
      "insurers expect claims of four million crowns, most of them for fruit that will not keep until Wednesday.";
  const std::string russian =
      "Туман закрыл порт на третий день, и сорок судов ждут лоцмана у мола, сообщил начальник порта.";
  const std::string chinese = "大雾已经连续三天笼罩港口，四十艘船只在防波堤外等候引航员，港务局长星期一对记者说。";
  struct Case {
    std::string name;
    std::string html;
    Paragraphs paragraphs;
  };
  const Case cases[] = {
      {"sentences", "<p>" + first + "<br>" + second + "<br>" + third, {first, second, third}},
      {"in a box, with links",
       "<div>" + first + "<br>\n" + second + "<br>\n<a href=/x>" + third + "</a></div>",
       {first, second, third}},
      {"Russian", russian + "<br>" + russian + "<br>" + russian, {russian, russian, russian}},
      {"Chinese, indented",
       "　　" + chinese + "<br>　　" + chinese + "<br>　　" + chinese,
       {chinese, chinese, chinese}},
      {"indented short lines",
       "&nbsp;&nbsp;Fog closed the harbour of Aldermouth again on Monday.<br>&nbsp;&nbsp;Forty ships waited outside of "
       "the mole.<br>"
       "&nbsp;&nbsp;Nobody knows when the wind of the sea will turn.",
       {"Fog closed the harbour of Aldermouth again on Monday.", "Forty ships waited outside of the mole.",
        "Nobody knows when the wind of the sea will turn."}},
      {"one line of many that goes on",
       first + "<br>" + second + "<br>" + third + "<br>" + first + "<br>" + small,
       {first, second, third, first + " " + small}},
      {"lines that are wrapped",
       "Fog closed the harbour of Aldermouth for the third day on Monday, and forty ships, most of<br>them with fruit, "
       "waited outside of the mole for a pilot. Nobody knows when the wind will turn<br>again, said the harbour master "
       "to the council, for two tugs were damaged on Saturday night.",
       {"Fog closed the harbour of Aldermouth for the third day on Monday, and forty ships, most of them with fruit, "
        "waited outside of the mole for a pilot. Nobody knows when the wind will turn again, said the harbour master "
        "to the council, for two tugs were damaged on Saturday night."}},
      {"verse",
       "Fog comes on the water.<br>It waits for a ship.<br>Then it goes home again.",
       {"Fog comes on the water. It waits for a ship. Then it goes home again."}},
      {"an address", "Harbour Office<br>1 Mole Street<br>Aldermouth", {"Harbour Office 1 Mole Street Aldermouth"}},
      {"two lines", first + "<br>" + second, {first + " " + second}},
      {"a quotation",
       "<blockquote>" + first + "<br>" + second + "<br>" + third + "</blockquote>",
       {first + " " + second + " " + third}},
      {"an entry",
       "<ul><li>" + first + "<br>" + second + "<br>" + third + "</ul>",
       {"• " + first + " " + second + " " + third}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(joined(paragraphs_of_html(one.html)) == joined(one.paragraphs));
  }
}
