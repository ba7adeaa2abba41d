#include "indexer/cleaning/boilerplate_list.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "index/embedded.h"
#include "index/settings.h"

using namespace backfile;

namespace {

BoilerplateList list_of(std::string_view text) { return BoilerplateList::parse(text, "list.txt"); }

}  // namespace

TEST_CASE("a phrase matches whole lines, whatever their case, accents and punctuation") {
  struct Case {
    std::string phrase;
    std::string line;
    bool matches;
  };
  const std::vector<Case> table{
      {"Leave a Reply", "Leave a Reply", true},
      {"Leave a Reply", "LEAVE A REPLY", true},
      {"Leave a Reply", "  Leave a reply… ", true},
      {"Leave a Reply", "Leave a Reply:", true},
      {"Leave a Reply", "Please Leave a Reply", false},
      {"Leave a Reply", "Leave a Reply here", false},
      {"You Might Also Like…", "You Might Also Like", true},
      {"You Might Also Like", "You might also like...", true},
      {"A lire aussi", "À lire aussi", true},
      {"Don't miss", "Don’t miss!", true},
      {"Recent … News", "Recent Selwyn News", true},
      {"Recent … News", "Recent Harbour and Shipping News", true},
      {"Recent … News", "Recent News", false},
      {"Recent … News", "Recent one two three four five News", false},
      {"# Comments", "0 Comments", true},
      {"# Comments", "1,204 Comments", true},
      {"# Comments", "No Comments", false},
      {"Comments (#)", "Comments (3)", true},
      {"Categories: …", "CATEGORIES: , , , ,", true},
      {"Categories: …", "Categories: Mining, China", true},
      {"Categories: …", "Categories of fish", false},
      {"Partager :", "Partager :", true},
      {"责任编辑： …", "（责任编辑：李晓）", true},
      {"… Wikipedia", "Selwyn Harbour District - Wikipedia", true},
      {"Tags: …", "Tags:", true},
      {"Share", "***", false},
      {"Share", "", false},
  };
  for (const Case& row : table) {
    CAPTURE(row.phrase);
    CAPTURE(row.line);
    CHECK(list_of("line: " + row.phrase).kinds_of(row.line).line == row.matches);
  }
}

TEST_CASE("a line can be of several kinds, and an empty list knows none") {
  const BoilerplateList list =
      list_of("# a comment\n\nline: Photo: …\r\ncaption: Photo: …\nopen: Search\ntail: Share\ntop: Skip");
  CHECK(list.kinds_of("Photo: Ann Lee") == BoilerplateKinds{.line = true, .caption = true});
  CHECK(list.kinds_of("Search").open);
  CHECK(list.kinds_of("Share").tail);
  CHECK(list.kinds_of("Skip").top);
  CHECK(BoilerplateList().kinds_of("Search") == BoilerplateKinds{});
  CHECK(list.kinds_of(std::string(1 << 20, 'x')) == BoilerplateKinds{});
}

TEST_CASE("insertions are taken out wherever they stand") {
  const BoilerplateList list = list_of("inside: (opens in a new tab)");
  CHECK(list.without_insertions("a report (opens in a new tab) said") == "a report said");
  CHECK(list.without_insertions("(Opens in a New Tab) x (opens in a new tab)") == " x");
  CHECK(list.without_insertions("nothing") == "nothing");
}

TEST_CASE("what is no phrase is refused with its line") {
  struct Case {
    std::string text;
    std::string message;
  };
  const std::vector<Case> table{
      {"line: Share\nShare this", "list.txt:2: no kind before the phrase"},
      {"block: Search", "list.txt:1: unknown kind 'block'"},
      {"\n\nopen:", "list.txt:3: the phrase has no word"},
      {"open: …", "list.txt:1: the phrase has no word"},
      {"open: # …", "list.txt:1: the phrase has no word"},
      {"inside:", "list.txt:1: the phrase is empty"},
  };
  for (const Case& row : table) {
    CAPTURE(row.text);
    try {
      list_of(row.text);
      FAIL("not refused");
    } catch (const SettingsError& error) {
      CHECK(std::string(error.what()).starts_with(row.message));
    }
  }
}

TEST_CASE("the list that comes with the program is sound and knows the usual phrases") {
  const auto text = embedded_file(kConfigFiles, "boilerplate.txt");
  REQUIRE(text);
  const BoilerplateList list = BoilerplateList::parse(*text, "boilerplate.txt");
  for (const std::string line :
       {"Search", "You Might Also Like…", "Related articles", "Lire aussi", "Artículos relacionados", "相关阅读"}) {
    CAPTURE(line);
    CHECK(list.kinds_of(line).open);
  }
  for (const std::string line : {"Leave a Reply", "0 Comments", "3 commentaires", "Kommentare (0)", "评论",
                                 "© 2025 Harbour Post. All rights reserved."}) {
    CAPTURE(line);
    CHECK(list.kinds_of(line).end);
  }
  for (const std::string line : {"Advertisement", "5 min read", "Publicité", "Anzeige", "Publicidad", "广告"}) {
    CAPTURE(line);
    CHECK(list.kinds_of(line).line);
  }
  for (const std::string line :
       {"The List", "Search for survivors goes on", "Copyright law is changing", "Share prices fell on Monday.",
        "Comments by the minister drew fire", "What Happens Next"}) {
    CAPTURE(line);
    CHECK(list.kinds_of(line) == BoilerplateKinds{});
  }
  CHECK(list.without_insertions("as it said (opens in a new tab).") == "as it said.");
}
