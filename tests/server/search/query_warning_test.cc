#include "server/search/query_warning.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "server/search/query_print.h"
#include "tests/server/search/query_shown.h"

using namespace backfile;

TEST_CASE("a lone minus is a dash") {
  check_table({
      {"-", "everything", "lone_minus@0 empty_query@0"},
      {"--", "everything", "lone_minus@0 empty_query@0"},
      {"- x", "x", "lone_minus@0"},
      {"-- x", "x", "lone_minus@0"},
      {"--x", "x", "lone_minus@0"},
      {"a - b", "all(a b)", "lone_minus@2"},
      {"a -", "a", "lone_minus@2"},
      {"\"a b\"-c", "all(phrase(=a =b) c)", "lone_minus@5"},
      {"(a) -)", "a", "lone_minus@4 unclosed_paren@5"},
      {"-> x", "x", "lone_minus@0"},
      {"-, x", "x", "lone_minus@0"},
      {"rare earth china - exports", "all(rare earth china exports)", "lone_minus@17"},
  });
}

TEST_CASE("what is not closed goes to the end of the query") {
  check_table({
      {"rare \"earth metals", "all(rare phrase(=earth =metals))", "unclosed_quote@5"},
      {"rare “earth OR x", "all(rare phrase(=earth =or =x))", "unclosed_quote@5"},
      {"date:\"2025", "dates[2025-01-01 2025-12-31]", "unclosed_quote@5"},
      {"headline:\"a b", "headline(phrase(=a =b))", "unclosed_quote@9"},
      {"(a OR b", "any(a b)", "unclosed_paren@0"},
      {"a (b (c d", "all(a b c d)", "unclosed_paren@2 unclosed_paren@5"},
      {"a) b", "all(a b)", "unclosed_paren@1"},
      {"((a)", "a", "unclosed_paren@0"},
      {")", "everything", "unclosed_paren@0 empty_query@0"},
      {"(a OR \"b c", "any(a phrase(=b =c))", "unclosed_paren@0 unclosed_quote@6"},
  });
}

TEST_CASE("an operator that lacks an operand is left out, or is a word where nothing else is left") {
  check_table({
      {"bank AND", "bank", "missing_operand@5"},
      {"OR x", "x", "missing_operand@0"},
      {"AND x", "x", "missing_operand@0"},
      {"a OR OR b", "any(a b)", "missing_operand@5"},
      {"a AND OR b", "any(a b)", "missing_operand@2"},
      {"a AND AND b", "all(a b)", "missing_operand@6"},
      {"NOT", "not", "missing_operand@0"},
      {"a NOT", "a", "missing_operand@2"},
      {"a NOT AND b", "all(a b)", "missing_operand@2 missing_operand@6"},
      {"OR", "or", "missing_operand@0"},
      {"AND OR NOT", "all(and or not)", "missing_operand@0 missing_operand@4 missing_operand@7"},
      {"()", "everything", "missing_operand@0 empty_query@0"},
      {"a () b", "all(a b)", "missing_operand@2"},
      {"(OR)", "or", "missing_operand@0 missing_operand@1"},
      {"a NEAR/5", "a", "missing_operand@2"},
      {"NEAR/5 b", "b", "missing_operand@0"},
      {"a NEAR/5 AND b", "all(a b)", "missing_operand@2"},
      {"a NEAR/5 NOT b", "all(a not(b))", "missing_operand@2"},
      {"a NEAR/5 ADJ/5 b", "near5(a b)", "missing_operand@9"},
      {"\"\"", "everything", "missing_operand@0 empty_query@0"},
      {"\"\" x", "x", "missing_operand@0"},
      {"\"!?\" x", "x", "missing_operand@0"},
      {"-\"\" x", "x", "missing_operand@1"},
      {"near5:x", "x", "missing_operand@0"},
      {"\"tariff\"~5", "=tariff", "missing_operand@8"},
      {"(in:all) x", "x", "missing_operand@0"},
  });
}

TEST_CASE("an unknown field is searched as words") {
  check_table({
      {"foo:bar", "all(foo bar)", "unknown_field@0"},
      {"foo:\"rare earth\" x", "all(foo phrase(=rare =earth) x)", "unknown_field@0"},
      {"foo:(a OR b)", "all(foo any(a b))", "unknown_field@0"},
      {"-foo:bar x", "all(not(all(foo bar)) x)", "unknown_field@1"},
      {"foo:bar:baz", "all(foo phrase(=bar =baz))", "unknown_field@0"},
      {"foo:headline:x", "all(foo headline(x))", "unknown_field@0"},
      {"headline: foo:x", "headline(all(foo x))", "unknown_field@10"},
      {"reuters.com:china", "all(reuters com china)", "unknown_field@0"},
      {"is:dated", "all(is dated)", "unknown_field@0"},
      {"in:body x", "all(in body x)", "unknown_field@0"},
      {"_exists_:topic", "all(exists topic)", "unknown_field@0"},
      {"überschrift:x", "all(uberschrift x)", "unknown_field@0"},
      {"headline:foo:bar", "headline(phrase(=foo =bar))", ""},
      {"foo:-bar", "all(foo bar)", "unknown_field@0 lone_minus@4"},
      {"foo:\"\" x", "all(foo x)", "unknown_field@0 missing_operand@4"},
      {"foo:in:all x", "in-all(all(foo x))", "unknown_field@0"},
      {"foo:headline:-x", "all(foo not(headline(x)))", "unknown_field@0"},
      {"foo:headline:-# x", "all(foo x)", "unknown_field@0 empty_field@4 lone_minus@13"},
      {"-foo:headline:-# x", "all(not(foo) x)", "unknown_field@1 empty_field@5 nesting_unsupported@14 lone_minus@14"},
  });
}

TEST_CASE("a field without a value is left out") {
  check_table({
      {"source:", "source", "empty_field@0"},
      {"source: x", "publication(x)", ""},
      {"x source:", "x", "empty_field@2"},
      {"headline: AND x", "x", "empty_field@0 missing_operand@10"},
      {"headline: -x", "all(everything not(x))", "empty_field@0 only_exclusions@10"},
      {"section: topic: x", "topic(x)", "empty_field@0"},
      {"(headline:) x", "x", "missing_operand@0 empty_field@1"},
      {"-headline: x", "all(everything not(headline(x)))", "only_exclusions@0"},
      {"repeat3:", "repeat3", "empty_field@0"},
      {"near5: OR x", "x", "empty_field@0 missing_operand@7"},
      {"date: x", "x", "bad_date@0"},
      {"date:", "date", "empty_field@0"},
      {"date: OR x", "x", "empty_field@0 missing_operand@6"},
      {"last: (x)", "x", "empty_field@0"},
      {"is:", "is", "empty_field@0"},
  });
}

TEST_CASE("a query without words finds everything and says so") {
  check_table({
      {"...", "everything", "empty_query@0"},
      {"!!! ???", "everything", "empty_query@0"},
      {"*", "everything", "leading_wildcard@0 empty_query@0"},
      {"😀", "everything", "empty_query@0"},
  });
}

TEST_CASE("a date that cannot be read is searched as words") {
  check_table({
      {"date:2025-13", "all(2025 13)", "bad_date@0"},
      {"date:2025-02-30 x", "all(2025 02 30 x)", "bad_date@0"},
      {"date:yesterday", "yesterday", "bad_date@0"},
      {"date:01/02/2024", "all(01 02 2024)", "bad_date@0"},
      {"date:[2025 to 2026]", "all(2025 to 2026)", "bad_date@0"},
      {"date:[2025-01 TO", "all(2025 01 to)", "bad_date@0"},
      {"date:2025-03..2025-01", "dates[2025-01-01 2025-03-31]", "bad_date@0"},
      {"date:2025-01..x", "all(2025 01 x)", "bad_date@0"},
      {"date:2025-03-03T10:00", "all(2025 03 03t10 00)", "bad_date@0"},
      {"after:9999", "9999", "bad_date@0"},
      {"before:1000", "1000", "bad_date@0"},
      {"after:2025-1", "all(2025 1)", "bad_date@0"},
      {"last:30", "30", "bad_date@0"},
      {"last:0d", "0d", "bad_date@0"},
      {"last:week", "week", "bad_date@0"},
      {"last:99999y", "99999y", "bad_date@0"},
      {"last:65536y", "65536y", "bad_date@0"},
      {"last:12000d", "dates[1992-05-08 *]", ""},
      {"date:[2025 TO 2026}", "all(2025 to 2026)", "bad_date@0"},
      {"date:(2024 OR 2025)", "any(2024 2025)", "bad_date@0"},
      {"date:x(y)", "all(x y)", "bad_date@0"},
      {"headline:(date:2025-13)", "headline(all(2025 13))", "bad_date@10"},
  });
}

TEST_CASE("a wildcard with too few letters is read as its letters") {
  check_table({
      {"*ates", "ates", "leading_wildcard@0"},
      {"?riff", "riff", "leading_wildcard@0"},
      {"*ates*", "ates", "leading_wildcard@0"},
      {"* x", "x", "leading_wildcard@0"},
      {"rare * earth", "all(rare earth)", "leading_wildcard@5"},
      {"\"rare * earth\"", "phrase(=rare =earth)", "leading_wildcard@6"},
      {"ta* x", "all(ta x)", "short_wildcard@0"},
      {"t*", "t", "short_wildcard@0"},
      {"m?n", "phrase(=m =n)", "short_wildcard@0"},
      {"t?ri", "phrase(=t =ri)", "short_wildcard@0"},
      {"ta?*", "ta", "short_wildcard@0"},
      {"3*4", "phrase(=3 =4)", "short_wildcard@0"},
      {"*U.S.", "u.s.", "leading_wildcard@0"},
      {"U.S*", "u.s.", "short_wildcard@2"},
      {"an *y-bc* x", "all(an phrase(=y =bc) x)", "leading_wildcard@3 short_wildcard@6"},
      {"foo *-bar", "all(foo bar)", "leading_wildcard@4"},
      {"tarif*~1", "wild:tarif*", "nesting_unsupported@6"},
  });
}

TEST_CASE("regular expressions and boosts are read as their words") {
  check_table({
      {"/tarif(f|fs)/", "all(tarif f fs)", "regex_unsupported@0"},
      {"/rare.*earth/ x", "all(rare earth x)", "regex_unsupported@0"},
      {"/a b/", "all(a b)", ""},
      {"a / b", "all(a b)", ""},
      {"/world/china/", "all(world china)", "regex_unsupported@0"},
      {"word^2", "word", "boost_unsupported@4"},
      {"word^ x", "all(word x)", "boost_unsupported@4"},
      {"\"rare earth\"^1.5", "phrase(=rare =earth)", "boost_unsupported@12"},
      {"(a b)^2", "all(a b)", "boost_unsupported@5"},
      {"tarif~1^2", "fuzzy1:tarif", "boost_unsupported@7"},
      {"tarif^2~1", "fuzzy1:tarif", "boost_unsupported@5"},
      {"x ^_^", "x", ""},
  });
}

TEST_CASE("a headline pasted in capitals has no operators") {
  check_table({
      {"CHINA AND INDIA SIGN DEAL", "all(china and india sign deal)", "capitals_are_words@6"},
      {"WAR AND PEACE TALKS", "all(war and peace talks)", "capitals_are_words@4"},
      {"NATO OR EU", "any(nato eu)", ""},
      {"IRAN NOT READY, SAYS EU - REUTERS", "all(iran not ready says eu reuters)",
       "capitals_are_words@5 lone_minus@24"},
      {"MINE NEAR PERTH TO OPEN", "all(mine near perth to open)", "capitals_are_words@5"},
      {"ÉTATS AND CÔTE D'IVOIRE SIGN", "all(etats and cote ivoire sign)", "capitals_are_words@6"},
      {"ΕΛΛΑΔΑ OR КИЕВ OR PARIS", "all(ελλαδα or киев or paris)", "capitals_are_words@7"},
      {"china AND INDIA SIGN DEAL", "all(china india sign deal)", ""},
      {"\"CHINA AND\" INDIA SIGN DEAL", "all(phrase(=china =and) india sign deal)", ""},
      {"(CHINA AND INDIA) SIGN DEAL", "all(china india sign deal)", ""},
      {"CHINA AND INDIA SIGN -DEAL", "all(china india sign not(deal))", ""},
      {"CHINA AND INDIA HEADLINE:DEAL", "all(china india headline(deal))", ""},
      {"US NEAR/5 EU AND UK", "all(near5(us eu) uk)", ""},
      {"稀土 OR 铜 OR 锂 OR 金 OR 银", "any(run:稀土 run:铜 run:锂 run:金 run:银)", ""},
      {"цены OR рост OR IBM OR AT&T", "any(цены рост ibm at&t)", ""},
      {"OPEC OR 2025 OR 2026", "any(opec 2025 2026)", ""},
      {"G20 AND 2025 SUMMIT IN PARIS AND ROME", "all(g20 and 2025 summit in paris and rome)", "capitals_are_words@4"},
      {"UPDATE 1-OIL UP NOT DOWN", "all(update phrase(=1 =oil) up not down)", "capitals_are_words@16"},
  });
}

TEST_CASE("forms that cannot be meant have the nearest meaning that can") {
  check_table({
      {"quota NEAR/5 (\"rare earth\" OR lithium)", "all(quota any(phrase(=rare =earth) lithium))",
       "nesting_unsupported@6"},
      {"quota NEAR/5 (export ban)", "all(quota export ban)", "nesting_unsupported@6"},
      {"a NEAR/5 b NEAR/3 c", "all(near5(a b) near3(b c))", "nesting_unsupported@2"},
      {"a NEAR/5 b ADJ/5 c", "all(near5(a b) adj5(b c))", "nesting_unsupported@2"},
      {"(a NEAR/5 b) NEAR/5 c", "all(near5(a b) c)", "nesting_unsupported@13"},
      {"-a NEAR/5 b", "all(not(a) b)", "nesting_unsupported@3"},
      {"a NEAR/5 headline:b", "all(a headline(b))", "nesting_unsupported@2"},
      {"a NEAR/500 b", "near100(a b)", "nesting_unsupported@2"},
      {"a NEAR/0 b", "near1(a b)", "nesting_unsupported@2"},
      {"\"a b\"~0", "near1(=a =b)", "nesting_unsupported@5"},
      {"repeat3:(a b)", "all(a b)", "nesting_unsupported@0"},
      {"repeat3:\"a b\"", "phrase(=a =b)", "nesting_unsupported@0"},
      {"repeat3:state-backed", "phrase(=state =backed)", "nesting_unsupported@0"},
      {"repeat2:科技创新", "run:科技创新", "nesting_unsupported@0"},
      {"repeat2:科技创", "run:科技创", "nesting_unsupported@0"},
      {"repeat1:x", "repeat2(x)", "nesting_unsupported@0"},
      {"repeat11:x", "repeat10(x)", "nesting_unsupported@0"},
      {"repeat4294967299:x", "repeat10(x)", "nesting_unsupported@0"},
      {"repeat2:headline:x", "headline(repeat2(x))", ""},
      {"near5:(a OR b)", "any(a b)", "nesting_unsupported@0"},
      {"near5:(a -b)", "all(a not(b))", "nesting_unsupported@0"},
      {"near3:near5:\"a b\"", "near5(=a =b)", "nesting_unsupported@0"},
      {"headline:(tariff publication:reuters)", "headline(all(tariff publication(reuters)))", "nesting_unsupported@17"},
      {"headline:(publication:reuters)", "publication(reuters)", "nesting_unsupported@10"},
      {"headline:publication:reuters", "publication(reuters)", "nesting_unsupported@0"},
      {"headline:date:2025", "dates[2025-01-01 2025-12-31]", "nesting_unsupported@0"},
      {"headline:(date:2025 x)", "headline(all(dates[2025-01-01 2025-12-31] x))", ""},
      {"headline:(date:2025)", "dates[2025-01-01 2025-12-31]", "nesting_unsupported@0"},
      {"headline:in:all x", "x", "nesting_unsupported@0 nesting_unsupported@9"},
      {"headline:(x in:all)", "headline(x)", "nesting_unsupported@12"},
      {"in:all in:headline x", "in-all(x)", "nesting_unsupported@7"},
      {"-in:all x", "in-all(x)", "nesting_unsupported@0"},
      {"NOT in:all x", "in-all(x)", "nesting_unsupported@0"},
      {"NOT NOT x y", "all(not(x) y)", "nesting_unsupported@0"},
      {"NOT -x y", "all(not(x) y)", "nesting_unsupported@0"},
      {"-headline:-x y", "all(not(headline(x)) y)", "nesting_unsupported@10"},
      {"+a OR b", "any(a b)", "nesting_unsupported@1"},
      {"(a b)~5", "all(a b)", "nesting_unsupported@5"},
      {"state-backed~1", "phrase(=state =backed)", "nesting_unsupported@12"},
      {"科技~1", "run:科技", "nesting_unsupported@2"},
      {"tarif~3", "fuzzy2:tarif", "nesting_unsupported@5"},
      {"tarif~0.8", "fuzzy1:tarif", "nesting_unsupported@5"},
      {"=date:2025", "dates[2025-01-01 2025-12-31]", "nesting_unsupported@0"},
      {"a NEAR/5 in:all", "in-all(a)", "nesting_unsupported@2"},
  });
}

TEST_CASE("a warning is a sentence that names the piece") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"a -- b", "“--” is read as a dash; to exclude a word, write -word behind a space."},
      {"bank AND", "“AND” joins nothing on one side: it is left out."},
      {"AND",
       "“AND” joins nothing on one side: it is left out. As the query has nothing else, it is searched as words."},
      {"a NEAR/500 b", "“NEAR/500” is out of range: it is read as 100."},
      {"ta*",
       "“ta*” has too few letters (three before *, or one before ? and three others): its letters are searched as "
       "they stand."},
      {"/" + std::string(60, 'a') + "/",
       "“/" + std::string(39, 'a') + "…” would be a regular expression, which cannot be searched: its words are."},
  };
  for (const auto& row : table) {
    const std::string& query = row.first;
    CAPTURE(query);
    const ParsedQuery parsed = parsed_query(query);
    REQUIRE(parsed.warnings.size() == 1);
    CHECK(parsed.warnings[0].message == row.second);
  }
}

TEST_CASE("warnings stand in the order of their places") {
  CHECK(shown_warnings(parsed_query("(a foo:b - \"c").warnings) ==
        "unclosed_paren@0 unknown_field@3 lone_minus@9 unclosed_quote@11");
}

TEST_CASE("every warning code has the name that the contract gives it") {
  const std::vector<std::string> names{
      "lone_minus",        "only_exclusions",    "unclosed_quote",   "unclosed_paren",
      "missing_operand",   "unknown_field",      "empty_field",      "empty_query",
      "bad_date",          "leading_wildcard",   "short_wildcard",   "regex_unsupported",
      "boost_unsupported", "capitals_are_words", "expansion_capped", "nesting_unsupported"};
  REQUIRE(names.size() == kWarningCodes);
  for (std::size_t i = 0; i < names.size(); ++i) CHECK(warning_name(static_cast<WarningCode>(i)) == names[i]);
}

TEST_CASE("a query that was read falls back on nothing, whatever it is warned of") {
  for (const char* query : {"", "rare earth", "a - b", "-x", "CHINA AND INDIA SIGN DEAL"}) {
    CAPTURE(query);
    CHECK_FALSE(parsed_query(query).fell_back());
  }
  for (const char* query :
       {"\"a", "(a", "a OR", "foo:a", "source:", "!!!", "date:x", "*a", "a*", "/a/", "a^2", "=(a b)"}) {
    CAPTURE(query);
    CHECK(parsed_query(query).fell_back());
  }
  CHECK_FALSE(strict_refuses(WarningCode::expansion_capped));
}

namespace {

// The limit that refuses the query, with its maximum; empty where none does.
std::string refused_by(const std::string& query) {
  try {
    parsed_query(query);
    return "";
  } catch (const InvalidQuery& invalid) {
    CHECK(std::string(invalid.what()).ends_with("."));
    return invalid.limit + " " + std::to_string(invalid.maximum);
  }
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

}  // namespace

TEST_CASE("a query over a limit is refused by the limit's name") {
  CHECK(refused_by(repeated("é", 2000)) == "");
  CHECK(refused_by(repeated("é", 2001)) == "query_characters 2000");
  CHECK(refused_by(repeated("(", 200000)) == "query_characters 2000");
  CHECK(refused_by(repeated("word ", 64)) == "");
  CHECK(refused_by(repeated("word ", 65)) == "query_words 64");
  CHECK(refused_by(repeated("科", 64)) == "");
  CHECK(refused_by(repeated("科", 128)) == "");
  CHECK(refused_by(repeated("科", 129)) == "query_words 64");
  CHECK(refused_by("\"" + repeated("w ", 60) + "\" a-b-c-d-e") == "query_words 64");
  CHECK(refused_by(repeated("x OR ", 64) + "x") == "query_words 64");
  CHECK(refused_by("foo:" + repeated("w-", 64)) == "query_words 64");
  CHECK(refused_by(repeated("(", 16) + "a" + repeated(")", 16)) == "");
  CHECK(refused_by(repeated("(", 17) + "a" + repeated(")", 17)) == "query_levels 16");
  CHECK(refused_by(repeated("(a ", 17)) == "query_levels 16");
  CHECK(refused_by(repeated("() ", 500)) == "");
}

TEST_CASE("long chains of signs are read without depth") {
  for (const char* piece :
       {"NOT ", "-", "headline:", "near5:", "repeat2:", "foo:",    "=",       "+",     "AND ", "~",  "^",  "a~",
        "\"",   "[", "*",         "?",      ")",        "NEAR/5 ", "in:all ", "date:", "“",    "-(", "科*"}) {
    CAPTURE(piece);
    const std::string query = repeated(piece, 1900 / (std::string(piece).size() + 1));
    try {
      parsed_query(query + " x");
    } catch (const InvalidQuery& invalid) {
      CHECK(invalid.limit != "query_characters");
    }
  }
}

TEST_CASE("bytes that are not UTF-8 are replaced") {
  for (const std::string query : {"\xFF", "a\xC3", "\"\xE7\xA8", "date:\xF0\x9F", "foo\x80:bar", "\xED\xA0\x80*"}) {
    const ParsedQuery parsed = parsed_query(query);
    for (const QueryWarning& warning : parsed.warnings) CHECK(warning.message.find('\xFF') == std::string::npos);
  }
  CHECK(shown(parsed_query("rare\xFF"
                           "earth")
                  .root) == "phrase(=rare =earth)");
  CHECK(parsed_query("rare\xFF"
                     "earth")
            .root.surface ==
        "rare\uFFFD"
        "earth");
}
