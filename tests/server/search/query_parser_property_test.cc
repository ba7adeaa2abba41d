// Properties of the parser on random queries: made from a grammar, and from a soup of signs, words and scripts.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "server/search/query_combine.h"
#include "server/search/query_print.h"
#include "server/search/query_text.h"
#include "tests/server/search/query_shown.h"

using namespace backfile;

namespace {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return engine_() % n; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <typename List>
  auto one_of(const List& list) {
    return std::data(list)[below(std::size(list))];
  }

 private:
  std::mt19937 engine_;  // the same on every platform, unlike the distributions
};

constexpr const char* kWords[]{"rare",    "Earth",    "état",     "U.S.", "C++",  "at&t",
                               "o’brien", "1,000",    "科技创新", "稀土", "A股",  "state-backed",
                               "москва",  "Ｆｕｌｌ", "½",        "ガス", "हिन्दी"};
constexpr const char* kFieldNames[]{"headline:", "title:", "byline:", "source:", "topic: ", "lang:", "url:"};
constexpr const char* kWholes[]{"date:2025",     "date:2025-01..2025-03",
                                "after:2024-05", "last:30d",
                                "is:undated",    "tarif*",
                                "t?riff",        "tarif~2",
                                "tarif~",        "repeat3:tariff",
                                "\"a b c\"~4",   "near5:\"a b\"",
                                "=mining",       "“x-y z”",
                                "「稀土 x」"};

std::string phrase_from_grammar(Dice& dice) {
  std::string text = "\"";
  for (std::size_t i = dice.below(3); i < 4; ++i) text += std::string(dice.one_of(kWords)) + " ";
  return text + "\"";
}

std::string query_from_grammar(Dice& dice, int levels);

std::string operand_from_grammar(Dice& dice, int levels) {
  switch (dice.below(levels > 0 ? 10 : 7)) {
    case 0:
      return phrase_from_grammar(dice);
    case 1:
      return dice.one_of(kWholes);
    case 2:
      return std::string(dice.one_of(kFieldNames)) + dice.one_of(kWords);
    case 3:
      return std::string(dice.one_of(kWords)) + " NEAR/3 " + dice.one_of(kWords);
    case 7:
      return "(" + query_from_grammar(dice, levels - 1) + ")";
    case 8:
      return "-(" + query_from_grammar(dice, levels - 1) + ")";
    case 9:
      return std::string(dice.one_of(kFieldNames)) + "(" + query_from_grammar(dice, levels - 1) + ")";
    default:
      return dice.one_of(kWords);
  }
}

std::string query_from_grammar(Dice& dice, int levels) {
  constexpr const char* kJoiners[]{" ", " ", " AND ", " OR ", " NOT ", " -", " +", " NEAR/5 ", " ADJ "};
  std::string text = dice.one_in(12) ? "in:headline " : dice.one_in(12) ? "-" : "";
  text += operand_from_grammar(dice, levels);
  for (std::size_t i = dice.below(4); i > 0; --i) text += dice.one_of(kJoiners) + operand_from_grammar(dice, levels);
  return text;
}

constexpr const char* kSoup[]{
    "AND",  "OR",      "NOT",    "NEAR",       "NEAR/5",  "ADJ/0",   "(",      ")",        "\"",       "“",
    "”",    "«",       "„",      "「",         "」",      "-",       "+",      "=",        "~",        "~2",
    "^",    "^1.5",    "*",      "?",          "/",       ":",       "foo:",   "near5:",   "repeat3:", "headline:",
    "url:", "date:",   "date:[", "]",          "2025",    "2025-13", "..",     "TO",       "after:",   "last:",
    "is:",  "in:",     "in:all", "is:undated", "http://", "www.",    "稀",     "科技创新", "ｶﾞ",       "ゟ",
    "。",   "，",      "：",     "（",         "）",      "＂",      "－",     "＋",       "　",       "😀",
    "é",    "e\u0301", "½",      "ŉ",          "ſ",       "'s",      "’",      ".",        "U.S.",     "&",
    "#",    "++",      "\xFF",   "\xE7\xA8",   "\u200B",  "\u00AD",  "\u0301", "Ꭰ",        "A",        "x",
    "_",    "%",       "[",      "{",          "\t"};

// Marked words, which nothing else in the soup can make: "q7z".
std::string mark(std::size_t number) { return "q" + std::to_string(number) + "z"; }

std::string query_from_soup(Dice& dice, std::size_t& marks) {
  std::string text;
  marks = 0;
  for (std::size_t i = dice.below(14) + 1; i > 0; --i) {
    text += dice.one_in(3) ? mark(marks++) : std::string(dice.one_of(kSoup));
    if (dice.one_in(2)) text += ' ';
  }
  return text;
}

bool excludes(const QueryNode& node) { return node.kind == QueryKind::exclude; }

void check_shape(const QueryNode& node, const QueryNode* parent, bool in_field);

void check_children(const QueryNode& node, bool in_field) {
  const bool many = node.kind == QueryKind::all || node.kind == QueryKind::any || node.kind == QueryKind::near ||
                    node.kind == QueryKind::phrase;
  const bool one = node.kind == QueryKind::exclude || node.kind == QueryKind::field || node.kind == QueryKind::scope ||
                   node.kind == QueryKind::repeat;
  REQUIRE(node.children.size() >= (many ? 2U : one ? 1U : 0U));
  if (!many) REQUIRE(node.children.size() == (one ? 1U : 0U));
  for (const QueryNode& child : node.children) {
    check_shape(child, &node, in_field || node.kind == QueryKind::field);
    if (node.kind == QueryKind::near) REQUIRE(may_stand_near(child));
    if (node.kind == QueryKind::repeat) REQUIRE(is_single_form(child));
    if (node.kind == QueryKind::phrase) {
      REQUIRE((child.kind == QueryKind::wildcard || (child.kind == QueryKind::word && child.exact)));
    }
  }
}

// The shapes that query_tree.h promises.
void check_shape(const QueryNode& node, const QueryNode* parent, bool in_field) {
  REQUIRE(node.at <= node.end);
  if (parent) REQUIRE((node.kind != parent->kind || (node.kind != QueryKind::all && node.kind != QueryKind::any)));
  if (excludes(node)) REQUIRE((parent && parent->kind == QueryKind::all));
  if (node.kind == QueryKind::all) REQUIRE_FALSE(std::ranges::all_of(node.children, excludes));
  if (node.kind == QueryKind::scope) REQUIRE_FALSE(in_field);
  if (node.kind == QueryKind::everything && parent && parent->kind != QueryKind::scope) {
    REQUIRE(parent->kind == QueryKind::all);
    REQUIRE(std::ranges::count_if(parent->children, excludes) + 1 == std::ssize(parent->children));
  }
  if (node.kind == QueryKind::word) REQUIRE_FALSE(node.text.empty());
  if (node.is_run()) REQUIRE((node.exact && node.bigrams.size() + 1 == node.characters.size()));
  if (node.kind == QueryKind::fuzzy) REQUIRE((node.number == 1 || node.number == 2));
  if (node.kind == QueryKind::repeat) REQUIRE((node.number >= 2 && node.number <= 10));
  if (node.kind == QueryKind::near) REQUIRE((node.number >= 1 && node.number <= 100 && !node.surface.empty()));
  check_children(node, in_field);
}

std::string words_of(const QueryNode& node) {
  std::string words = " " + node.text;
  for (const QueryNode& child : node.children) words += words_of(child);
  return words;
}

struct Counts {
  std::size_t queries = 0;
  std::size_t refused = 0;
  std::size_t warned = 0;
};

// Parses `query`, checks what must hold of any, and gives the tree; `everything` where a limit refuses it.
QueryNode check_query(const std::string& query, bool any_word, Counts& counts) {
  CAPTURE(query);
  CAPTURE(any_word);
  ++counts.queries;
  ParsedQuery parsed;
  try {
    parsed = parsed_query(query, any_word);
  } catch (const InvalidQuery&) {
    ++counts.refused;
    return {};
  }
  const QueryText text(query);
  const std::uint32_t length = text.position(text.text().size());
  check_shape(parsed.root, nullptr, false);
  REQUIRE(parsed.root.end <= length);
  if (!parsed.warnings.empty()) ++counts.warned;
  REQUIRE(std::ranges::is_sorted(parsed.warnings, {}, &QueryWarning::at));
  for (const QueryWarning& warning : parsed.warnings) {
    REQUIRE(warning.at <= length);
    REQUIRE(warning.message.ends_with('.'));
  }
  const std::string printed = print_query(parsed.root);
  CAPTURE(printed);
  try {
    const ParsedQuery again = parsed_query(printed);
    CAPTURE(shown(parsed.root));
    CAPTURE(shown(again.root));
    REQUIRE(same_query(again.root, parsed.root));
    REQUIRE(print_query(again.root) == printed);
  } catch (const InvalidQuery&) {
    ++counts.refused;  // brackets that show what belongs together may stand deeper than they were written
  }
  return parsed.root;
}

}  // namespace

TEST_CASE("a query from the grammar, printed and parsed again, is the same query") {
  Dice dice(20250315);
  Counts counts;
  for (int i = 0; i < 2000; ++i) check_query(query_from_grammar(dice, 4), dice.one_in(3), counts);
  MESSAGE(counts.queries, " queries, ", counts.warned, " with warnings, ", counts.refused, " over a limit");
  CHECK(counts.refused < counts.queries / 5);
}

TEST_CASE("a query from any soup of signs is read without losing a word, and printed and parsed again is the same") {
  Dice dice(7);
  Counts counts;
  for (int i = 0; i < 6000; ++i) {
    std::size_t marks = 0;
    const std::string query = query_from_soup(dice, marks);
    const QueryNode root = check_query(query, dice.one_in(3), counts);
    const std::string words = words_of(root);
    for (std::size_t number = 0; number < marks; ++number) {
      CAPTURE(query);
      CAPTURE(shown(root));
      REQUIRE(words.find(mark(number)) != std::string::npos);
    }
  }
  MESSAGE(counts.queries, " queries, ", counts.warned, " with warnings, ", counts.refused, " over a limit");
  CHECK(counts.warned > counts.queries / 4);
}

TEST_CASE("a query of random bytes is read") {
  Dice dice(99);
  Counts counts;
  for (int i = 0; i < 2000; ++i) {
    std::string query;
    for (std::size_t length = dice.below(40); length > 0; --length) query += static_cast<char>(dice.below(256));
    check_query(query, false, counts);
  }
  MESSAGE(counts.queries, " queries, ", counts.warned, " with warnings, ", counts.refused, " over a limit");
}
