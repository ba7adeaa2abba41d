#include "server/search/query_lexer.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace backfile;

namespace {

constexpr std::array<const char*, 19> kKinds{"chunk", "regex",  "quoted", "open",    "close",  "minus",   "plus",
                                             "exact", "field",  "?field", "setting", "near:",  "repeat:", "fuzzy",
                                             "boost", "op_and", "op_or",  "op_not",  "op_near"};

// "kind[bytes]" joined by spaces, by '+' where the lexeme is glued to the one before; a number behind '#'.
std::string lexemes_of(std::string_view query) {
  const QueryText text(query);
  QueryWarnings warnings;
  std::string shown;
  for (const Lexeme& lexeme : read_lexemes(text, warnings)) {
    if (!shown.empty()) shown += lexeme.glued ? "+" : " ";
    const auto kind = static_cast<std::size_t>(lexeme.kind);
    shown += kind < kKinds.size() ? kKinds[kind] : "op_adj";
    shown += "[" + std::string(text.slice(lexeme.inner_begin, lexeme.inner_end)) + "]";
    if (lexeme.number != kNoNumber) shown += "#" + std::to_string(lexeme.number);
  }
  return shown;
}

struct Case {
  std::string query;
  std::string lexemes;
};

}  // namespace

TEST_CASE("the lexer cuts a query into lexemes") {
  const std::vector<Case> table{
      {"", ""},
      {"rare earth", "chunk[rare] chunk[earth]"},
      {"state-backed C++ at&t", "chunk[state-backed] chunk[C++] chunk[at&t]"},
      {"a AND b OR c NOT d", "chunk[a] op_and[AND] chunk[b] op_or[OR] chunk[c] op_not[NOT] chunk[d]"},
      {"and or not", "chunk[and] chunk[or] chunk[not]"},
      {"a NEAR/5 b ADJ c", "chunk[a] op_near[NEAR/5]#5 chunk[b] op_adj[ADJ] chunk[c]"},
      {"x NEAR/ y NEAR/x ANDROID", "chunk[x] chunk[NEAR/] chunk[y] chunk[NEAR/x] chunk[ANDROID]"},
      {"-a +b =c", "minus[-]+chunk[a] plus[+]+chunk[b] exact[=]+chunk[c]"},
      {"-(a)", "minus[-]+open[(]+chunk[a]+close[)]"},
      {"(a)AND(b)", "open[(]+chunk[a]+close[)]+op_and[AND]+open[(]+chunk[b]+close[)]"},
      {"-OR headline:AND", "minus[-]+chunk[OR] field[headline:]+chunk[AND]"},
      {"a - b -- c --d", "chunk[a] chunk[b] chunk[c] chunk[d]"},
      {"a + b = c ++d", "chunk[a] chunk[b] chunk[c] plus[+]+chunk[d]"},
      {"\"rare earth\"~5", "quoted[rare earth]+fuzzy[~5]#5"},
      {"a~ b~2 c^2.5 d~1^3",
       "chunk[a]+fuzzy[~] chunk[b]+fuzzy[~2]#2 chunk[c]+boost[^2.5]#0 chunk[d]+fuzzy[~1]#1+boost[^3]#3"},
      {"(a)^2", "open[(]+chunk[a]+close[)]+boost[^2]#2"},
      {"headline:x title: y", "field[headline:]+chunk[x] field[title:] chunk[y]"},
      {"foo:x foo: x", "?field[foo]+chunk[x] chunk[foo:] chunk[x]"},
      {"10:30 http://x/a:b url:http://x", "chunk[10:30] chunk[http://x/a:b] field[url:]+chunk[http://x]"},
      {"near5:\"a b\" repeat3: x", "near:[near5:]#5+quoted[a b] repeat:[repeat3:]#3 chunk[x]"},
      {"date:2025, in:all date:[2025 TO *]", "setting[2025] setting[all] setting[[2025 TO *]]"},
      {"last: 30d after:\"2025\" is: OR x", "setting[30d] setting[2025] setting[] op_or[OR] chunk[x]"},
      {"/tarif(f)?/ a/b /c d/", "regex[tarif(f)?] chunk[a/b] chunk[/c] chunk[d/]"},
      {"稀土、铜　锂", "chunk[稀土] chunk[铜] chunk[锂]"},
      {"（a）－b ＋c ｔｉｔｌｅ：d",
       "open[（]+chunk[a]+close[）]+minus[－]+chunk[b] plus[＋]+chunk[c] field[ｔｉｔｌｅ：]+chunk[d]"},
      {"... ! 😀 *", "chunk[*]"},
      {"\xE2\x80\x8F-x", "minus[-]+chunk[x]"},
  };
  for (const Case& row : table) {
    CAPTURE(row.query);
    CHECK(lexemes_of(row.query) == row.lexemes);
  }
}

TEST_CASE("brackets that the lexer gives are balanced") {
  CHECK(lexemes_of("(a (b") == "open[(]+chunk[a] open[(]+chunk[b]+close[]+close[]");
  CHECK(lexemes_of("a) b") == "chunk[a] chunk[b]");
}

TEST_CASE("quotes close in their own kind where they can") {
  CHECK(lexemes_of("「a \"b\" c」") == "quoted[a \"b\" c]");
  CHECK(lexemes_of("\"a “b” c\"") == "quoted[a “b” c]");
  CHECK(lexemes_of("“a b\" c") == "quoted[a b] chunk[c]");
  CHECK(lexemes_of("«a „b“ c»") == "quoted[a „b“ c]");
  CHECK(lexemes_of("\"a b") == "quoted[a b]");
}

TEST_CASE("places are counted in code points, and bytes that are not UTF-8 count as one each") {
  const QueryText text("é稀\xFF😀x");
  CHECK(text.text() == "é稀\uFFFD😀x");
  CHECK(text.position(0) == 0);
  CHECK(text.position(2) == 1);
  CHECK(text.position(5) == 2);
  CHECK(text.position(8) == 3);
  CHECK(text.position(text.text().size()) == 5);
  CHECK(text.piece(1, 4) == "稀\uFFFD😀");
}
