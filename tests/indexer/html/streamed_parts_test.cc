// Parts of a page that were sent late (html/streamed_parts.h): shown where their templates stand.
#include "indexer/html/streamed_parts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/html/blocks.h"

using namespace backfile;

namespace {

std::string shown(const std::string& page) {
  std::string text;
  for (const HtmlBlock& block : blocks_of(HtmlTree::parse(page))) text += (text.empty() ? "" : " / ") + block.text;
  return text;
}

}  // namespace

TEST_CASE("a part stands where its template keeps its place, parts in parts too") {
  CHECK(shown("<body><p>Head</p><template id=B:0></template><p>Foot</p>"
              "<div hidden id=S:0><p>Fog</p><template id=P:1></template><p>Tides</p></div>"
              "<div hidden id=S:1><p>Tugs</p></div>") == "Head / Fog / Tugs / Tides / Foot");
}

TEST_CASE("a part stands where a script puts it, whatever the numbers") {
  CHECK(shown("<body><p>Head</p><template id=B:0></template><template id=B:1></template>"
              "<p>Foot</p><div hidden id=S:0><p>Fog</p><template id=P:1></template></div><div hidden "
              "id=S:1><p>Tugs</p></div>"
              "<script>$RC(\"B:0\",\"S:0\");$RS(\"S:1\",\"P:1\")</script>"
              "<div hidden id=S:2><p>Tides</p></div><script>$RC(\"B:1\",\"S:2\")</script>") ==
        "Head / Fog / Tugs / Tides / Foot");
}

TEST_CASE("parts in parts may not make a page deeper than pages are") {
  std::string page = "<body><template id=B:0></template>";
  for (int i = 0; i < 2000; ++i) {
    const std::string number = std::to_string(i);
    page += "<div hidden id=S:" + number + ">Fog<template id=P:" + std::to_string(i + 1) + "></template></div>";
  }
  const HtmlTree tree = HtmlTree::parse(page);
  int deepest = 0;
  std::vector<int> depths(tree.size());
  for (NodeId id = 1; id < tree.size(); ++id) deepest = std::max(deepest, depths[id] = depths[tree[id].parent] + 1);
  CHECK(deepest <= HtmlTree::kDeepest);
}

TEST_CASE("a part without a template is shown where it is, and what is hidden otherwise is not") {
  CHECK(shown("<p>Head</p><div hidden id=S:0><p>Fog</p></div><div hidden><p>Menu</p></div>"
              "<div hidden id=menu><p>Menu</p></div><template id=B:7><p>Menu</p></template>") == "Head / Fog");
}

TEST_CASE("only hidden parts move, each to the first of its templates") {
  CHECK(shown("<p>Head</p><template id=B:0></template><section hidden id=S:0><p>Fog</p></section>") == "Head");
  CHECK(shown("<div id=B:0><p>Menu</p></div><p>Head</p><div hidden id=S:0><p>Fog</p></div>") == "Menu / Head / Fog");
  CHECK(shown("<template id=B:0></template><p>Head</p><div id=S:0><p>Fog</p></div>") == "Head / Fog");
  CHECK(shown("<template id=B:0></template><p>Head</p><template id=B:0></template>"
              "<div hidden id=S:0><p>Fog</p></div>") == "Fog / Head");
}

TEST_CASE("parts that hold each other's templates change nothing of the page") {
  CHECK(shown("<p>Head</p><div hidden id=S:0><p>Fog</p><template id=B:1></template></div>"
              "<div hidden id=S:1><p>Tugs</p><template id=B:0></template></div><p>Foot</p>") ==
        "Head / Fog / Tugs / Foot");
  CHECK(shown("<div hidden id=S:0><p>Fog</p><template id=B:0></template></div>") == "Fog");
}

TEST_CASE("the tree is whole behind a move") {
  const HtmlTree tree = HtmlTree::parse(
      "<body><main><template id=B:0></template></main><p>Foot</p><div hidden id=S:0><p>Fog</p></div></body>");
  for (NodeId id = 1; id < tree.size(); ++id) {
    CAPTURE(id);
    CHECK(tree[id].parent < id);
    CHECK(tree[id].end > id);
    CHECK(tree[id].end <= tree[tree[id].parent].end);
    if (tree[id].name == "main") CHECK(tree.text_below(id) == "Fog");
    if (tree[id].name == "div") CHECK(tree[tree[id].parent].name == "main");
  }
}

TEST_CASE("the root of a shadow that a page declares is shown") {
  CHECK(shown("<echo-story><template shadowrootmode=open><p>Fog</p></template></echo-story>"
              "<template><p>Menu</p></template>") == "Fog");
}
