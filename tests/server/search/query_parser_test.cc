#include "server/search/query_parser.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "server/search/query_print.h"
#include "tests/server/search/query_shown.h"

using namespace backfile;

TEST_CASE("words stand side by side, and a chunk of several words is a phrase") {
  check_table({
      {"rare earth", "all(rare earth)", ""},
      {"Rare EARTH Café", "all(rare earth cafe)", ""},
      {"and or not near", "all(and or not near)", ""},
      {"C++ AT&T U.S. O’Brien 1,000", "all(c++ at&t u.s. o'brien 1,000)", ""},
      {"China's exports, rising", "all(china exports rising)", ""},
      {"state-backed", "phrase(=state =backed)", ""},
      {"reuters.com", "phrase(=reuters =com)", ""},
      {"copper/gold", "phrase(=copper =gold)", ""},
      {"http_status", "phrase(=http =status)", ""},
      {"who is Xi?", "all(who is xi)", ""},
      {"@user #metoo 50%", "all(user metoo 50)", ""},
      {"a, b; c... d!", "all(a b c d)", ""},
      {"‘rare earth’", "all(rare earth)", ""},
      {"profit = loss + gain", "all(profit loss gain)", ""},
      {"a && b || !c", "all(a b c)", ""},
  });
}

TEST_CASE("a run of an unspaced script is one word, and full-width signs are operators") {
  check_table({
      {"科技创新", "run:科技创新", ""},
      {"稀土 export", "all(run:稀土 export)", ""},
      {"稀", "run:稀", ""},
      {"A股", "phrase(=a run:股)", ""},
      {"iPhone手机", "phrase(=iphone run:手机)", ""},
      {"稀土、铜，锂", "all(run:稀土 run:铜 run:锂)", ""},
      {"《环球时报》稀土", "all(run:环球时报 run:稀土)", ""},
      {"稀土·铜", "phrase(run:稀土 run:铜)", ""},
      {"\"科技创新\"", "run:科技创新", ""},
      {"“科技” 创新", "all(run:科技 run:创新)", ""},
      {"=科技", "run:科技", ""},
      {"（稀土　OR　铜）　－锂", "all(any(run:稀土 run:铜) not(run:锂))", ""},
      {"（稀土）－铜", "all(run:稀土 not(run:铜))", ""},
      {"“稀土”＋铜", "all(run:稀土 run:铜)", ""},
      {"ｈｅａｄｌｉｎｅ：稀土", "headline(run:稀土)", ""},
      {"headline：＂稀土 出口＂", "headline(phrase(run:稀土 run:出口))", ""},
      {"新华社：稀土", "all(run:新华社 run:稀土)", ""},
      {"科技*", "run:科技", ""},
      {"科*新", "phrase(run:科 run:新)", "short_wildcard@1"},
  });
}

TEST_CASE("quotes of every shape make phrases, and nothing in them is an operator") {
  check_table({
      {"\"rare earth\"", "phrase(=rare =earth)", ""},
      {"“rare earth”", "phrase(=rare =earth)", ""},
      {"”rare earth”", "phrase(=rare =earth)", ""},
      {"„rare earth“", "phrase(=rare =earth)", ""},
      {"«rare earth»", "phrase(=rare =earth)", ""},
      {"»rare earth«", "phrase(=rare =earth)", ""},
      {"＂rare earth＂", "phrase(=rare =earth)", ""},
      {"「rare earth」", "phrase(=rare =earth)", ""},
      {"『rare earth』", "phrase(=rare =earth)", ""},
      {"“rare earth\"", "phrase(=rare =earth)", ""},
      {"\"rare earth”", "phrase(=rare =earth)", ""},
      {"「rare \"earth\" metals」", "phrase(=rare =earth =metals)", ""},
      {"\"bank OR river -x\"", "phrase(=bank =or =river =x)", ""},
      {"\"U.S.-China\" talks", "all(phrase(=u.s. =china) talks)", ""},
      {"\"tariff\"", "=tariff", ""},
      {"\"rare earth*\"", "phrase(=rare wild:earth*)", ""},
      {"\"is it war?\"", "phrase(=is =it =war)", ""},
      {"x\"rare earth\"y", "all(x phrase(=rare =earth) y)", ""},
  });
}

TEST_CASE("an equals sign asks for this form alone") {
  check_table({
      {"=mining", "=mining", ""},
      {"=state-backed", "phrase(=state =backed)", ""},
      {"=\"rare earth\"", "phrase(=rare =earth)", ""},
      {"=\"mining\"", "=mining", ""},
      {"=(a b)", "all(a b)", "nesting_unsupported@0"},
      {"-=mining", "all(everything not(=mining))", "only_exclusions@0"},
      {"headline:=mining", "headline(=mining)", ""},
      {"=headline:mining", "headline(=mining)", ""},
      {"=tarif*", "wild:tarif*", ""},
      {"=mining~1", "fuzzy1:mining", "nesting_unsupported@0"},
      {"==mining", "=mining", ""},
  });
}

TEST_CASE("AND binds closer than OR, written or not, and NOT and minus exclude") {
  check_table({
      {"a b c", "all(a b c)", ""},
      {"a AND b", "all(a b)", ""},
      {"a OR b", "any(a b)", ""},
      {"a b OR c d", "any(all(a b) all(c d))", ""},
      {"rare earth OR lithium", "any(all(rare earth) lithium)", ""},
      {"a AND b OR c AND d", "any(all(a b) all(c d))", ""},
      {"a OR b AND c OR d", "any(a all(b c) d)", ""},
      {"a (b OR c)", "all(a any(b c))", ""},
      {"(a OR b) OR c", "any(a b c)", ""},
      {"(a b) c", "all(a b c)", ""},
      {"a NOT b", "all(a not(b))", ""},
      {"a AND NOT b", "all(a not(b))", ""},
      {"a -b", "all(a not(b))", ""},
      {"a -\"b c\" d", "all(a not(phrase(=b =c)) d)", ""},
      {"a -(b OR c)", "all(a not(any(b c)))", ""},
      {"-(a b) c", "all(not(all(a b)) c)", ""},
      {"a OR NOT b", "any(a all(everything not(b)))", "only_exclusions@5"},
      {"a (-b)", "all(a not(b))", ""},
      {"a OR (b -c)", "any(a all(b not(c)))", ""},
      {"+a b", "all(a b)", ""},
      {"+a -b", "all(a not(b))", ""},
      {"a AND (b)AND(c)", "all(a b c)", ""},
      {"(a OR(b))", "any(a b)", ""},
      {"\"a b\"OR\"c d\"", "any(phrase(=a =b) phrase(=c =d))", ""},
      {"-(-x)", "all(everything not(all(everything not(x))))", "only_exclusions@0 only_exclusions@2"},
  });
}

TEST_CASE("exclusions alone mean everything else") {
  check_table({
      {"-x", "all(everything not(x))", "only_exclusions@0"},
      {"NOT x", "all(everything not(x))", "only_exclusions@0"},
      {"-x -y", "all(everything not(x) not(y))", "only_exclusions@0"},
      {"NOT (a OR b)", "all(everything not(any(a b)))", "only_exclusions@0"},
      {"headline:(-x)", "headline(all(everything not(x)))", "only_exclusions@10"},
  });
}

TEST_CASE("NEAR and ADJ take words, phrases and alternatives of words") {
  check_table({
      {"quota NEAR/5 export", "near5(quota export)", ""},
      {"quota NEAR export", "near10(quota export)", ""},
      {"quota ADJ/5 export", "adj5(quota export)", ""},
      {"quota ADJ export", "adj10(quota export)", ""},
      {"a NEAR/5 b NEAR/5 c", "near5(a b c)", ""},
      {"ban quota NEAR/5 export law", "all(ban near5(quota export) law)", ""},
      {"a NEAR/5 b OR c", "any(near5(a b) c)", ""},
      {"\"quota export\"~5", "near5(=quota =export)", ""},
      {"\"quota export law\"~7", "near7(=quota =export =law)", ""},
      {"\"quota export\"~", "near10(=quota =export)", ""},
      {"near5:\"quota export\"", "near5(=quota =export)", ""},
      {"NEAR5:\"quota export\"", "near5(=quota =export)", ""},
      {"near5:(quota export)", "near5(quota export)", ""},
      {"near5: \"quota export\"", "near5(=quota =export)", ""},
      {"near3:state-backed", "near3(=state =backed)", ""},
      {"\"rare earth\" NEAR/5 state-backed", "near5(phrase(=rare =earth) phrase(=state =backed))", ""},
      {"quota NEAR/5 (export OR import*)", "near5(quota any(export wild:import*))", ""},
      {"tarif* ADJ/2 t?riff", "adj2(wild:tarif* wild:t?riff)", ""},
      {"稀土 NEAR/3 出口", "near3(run:稀土 run:出口)", ""},
      {"NOT a NEAR/5 b", "all(everything not(near5(a b)))", "only_exclusions@0"},
      {"-(a NEAR/5 b)", "all(everything not(near5(a b)))", "only_exclusions@0"},
      {"headline:(quota NEAR/5 export)", "headline(near5(quota export))", ""},
      {"near/5 NEAR-5 NEAR/x", "all(phrase(=near =5) phrase(=near =5) phrase(=near =x))", ""},
  });
}

TEST_CASE("repeat takes one word and a number") {
  check_table({
      {"repeat3:tariff", "repeat3(tariff)", ""},
      {"Repeat3: tariff", "repeat3(tariff)", ""},
      {"repeat2:\"tariff\"", "repeat2(=tariff)", ""},
      {"repeat2:tarif*", "repeat2(wild:tarif*)", ""},
      {"repeat2:tarif~1", "repeat2(fuzzy1:tarif)", ""},
      {"repeat2:稀土", "repeat2(run:稀土)", ""},
      {"headline:repeat3:tariff", "headline(repeat3(tariff))", ""},
      {"-repeat3:tariff", "all(everything not(repeat3(tariff)))", "only_exclusions@0"},
  });
}

TEST_CASE("a field takes the word, phrase or bracket that follows it") {
  check_table({
      {"headline:tariff", "headline(tariff)", ""},
      {"title:tariff author:smith source:reuters site:reuters lang:en",
       "all(headline(tariff) byline(smith) publication(reuters) publication(reuters) language(en))", ""},
      {"headline: tariff war", "all(headline(tariff) war)", ""},
      {"Headline:\"rare earth\" x", "all(headline(phrase(=rare =earth)) x)", ""},
      {"byline:\"li xiao\"", "byline(phrase(=li =xiao))", ""},
      {"headline:(tariff OR quota)", "headline(any(tariff quota))", ""},
      {"headline:(tariff -quota)", "headline(all(tariff not(quota)))", ""},
      {"headline:tarif*", "headline(wild:tarif*)", ""},
      {"headline:\"a b\"~3", "headline(near3(=a =b))", ""},
      {"headline:near3:\"a b\"", "headline(near3(=a =b))", ""},
      {"-publication:reuters x", "all(not(publication(reuters)) x)", ""},
      {"publication:-reuters x", "all(not(publication(reuters)) x)", ""},
      {"url:https://example.com/a?b=c", "url(phrase(=https =example =com =a =b =c))", ""},
      {"url:example.com/a?b=c*", "url(phrase(=example =com =a =b =c))", ""},
      {"headline:10:30", "headline(phrase(=10 =30))", ""},
      {"headline:AND x", "all(headline(and) x)", ""},
      {"topic:c++ section:world language:zh-Hans summary:x dateline:paris body:y boilerplate:z",
       "all(topic(c++) section(world) language(phrase(=zh =hans)) summary(x) dateline(paris) body(y) boilerplate(z))",
       ""},
  });
}

TEST_CASE("times, ratios, addresses and colons of prose are text") {
  check_table({
      {"10:30", "phrase(=10 =30)", ""},
      {"3:1", "phrase(=3 =1)", ""},
      {"https://example.com/a?b=c", "phrase(=https =example =com =a =b =c)", ""},
      {"http://x.com:8080/~user/*.html", "phrase(=http =x =com =8080 =user =html)", ""},
      {"www.example.com:80", "phrase(=www =example =com =80)", ""},
      {"example.com/a?b=c", "phrase(=example =com =a =b =c)", ""},
      {"Exclusive: China bans exports", "all(exclusive china bans exports)", ""},
      {"x :y : z", "all(x y z)", ""},
  });
}

TEST_CASE("dates become ranges of days") {
  check_table({
      {"date:2025", "dates[2025-01-01 2025-12-31]", ""},
      {"date:2024-02", "dates[2024-02-01 2024-02-29]", ""},
      {"date:2025-03-03", "dates[2025-03-03 2025-03-03]", ""},
      {"date:2025-01..2025-03", "dates[2025-01-01 2025-03-31]", ""},
      {"date:2025-01-15..", "dates[2025-01-15 *]", ""},
      {"date:..2025-03", "dates[* 2025-03-31]", ""},
      {"date:..", "dates[* *]", ""},
      {"date:[2025-01-01 TO *]", "dates[2025-01-01 *]", ""},
      {"date:[* TO 2025-03]", "dates[* 2025-03-31]", ""},
      {"date: [2025-01 TO 2025-02] x", "all(dates[2025-01-01 2025-02-28] x)", ""},
      {"date:>=2025-03", "dates[2025-03-01 *]", ""},
      {"date:>2025-03", "dates[2025-04-01 *]", ""},
      {"date:<=2025-03", "dates[* 2025-03-31]", ""},
      {"date:<2025-03", "dates[* 2025-02-28]", ""},
      {"date:\"2025-03\"", "dates[2025-03-01 2025-03-31]", ""},
      {"date: 2025-03, x", "all(dates[2025-03-01 2025-03-31] x)", ""},
      {"after:2025", "dates[2026-01-01 *]", ""},
      {"after:2025-03-31", "dates[2025-04-01 *]", ""},
      {"before:2025", "dates[* 2024-12-31]", ""},
      {"before: 2025-03-01", "dates[* 2025-02-28]", ""},
      {"last:30d", "dates[2025-02-14 *]", ""},
      {"last:1d", "dates[2025-03-15 *]", ""},
      {"last:2w", "dates[2025-03-02 *]", ""},
      {"last:1m", "dates[2025-02-16 *]", ""},
      {"last:1y", "dates[2024-03-16 *]", ""},
      {"is:undated", "undated", ""},
      {"-is:undated x", "all(not(undated) x)", ""},
      {"-date:2024 x", "all(not(dates[2024-01-01 2024-12-31]) x)", ""},
      {"is: Undated OR date:2025", "any(undated dates[2025-01-01 2025-12-31])", ""},
      {"a OR date:2025", "any(a dates[2025-01-01 2025-12-31])", ""},
  });
}

TEST_CASE("in: holds for the whole query or bracket") {
  check_table({
      {"in:all", "in-all(everything)", ""},
      {"in:all tariff", "in-all(tariff)", ""},
      {"tariff OR quota in:headline", "in-headline(any(tariff quota))", ""},
      {"in:title tariff", "in-headline(tariff)", ""},
      {"IN: All x", "in-all(x)", ""},
      {"a (b OR c in:headline)", "all(a in-headline(any(b c)))", ""},
      {"in:all AND x", "in-all(x)", ""},
      {"x AND in:all", "in-all(x)", ""},
      {"x OR in:all", "in-all(x)", ""},
      {"in:all -x", "in-all(all(everything not(x)))", "only_exclusions@7"},
      {"in:all (in:headline x) y", "in-all(all(in-headline(x) y))", ""},
      {"-(in:headline x) y", "all(not(in-headline(x)) y)", ""},
      {"in:headline headline:x", "in-headline(headline(x))", ""},
  });
}

TEST_CASE("wildcards need letters before them, and a question mark at the end asks a question") {
  check_table({
      {"tarif*", "wild:tarif*", ""},
      {"tar*ff", "wild:tar*ff", ""},
      {"tar*f*", "wild:tar*f*", ""},
      {"tar**", "wild:tar*", ""},
      {"t?riff", "wild:t?riff", ""},
      {"wom?n", "wild:wom?n", ""},
      {"t??iff", "wild:t??iff", ""},
      {"t?rif*", "wild:t?rif*", ""},
      {"tari??", "tari", ""},
      {"tariff? yes", "all(tariff yes)", ""},
      {"o'brie*", "wild:o'brie*", ""},
      {"état*", "wild:etat*", ""},
      {"2025*", "wild:2025*", ""},
      {"un-american* thing", "all(phrase(=un wild:american*) thing)", ""},
      {"**bold**", "bold", "leading_wildcard@0"},
  });
}

TEST_CASE("a tilde makes a word fuzzy") {
  check_table({
      {"tarif~1", "fuzzy1:tarif", ""},
      {"tarif~2", "fuzzy2:tarif", ""},
      {"tarif~", "fuzzy1:tarif", ""},
      {"TARIF~1", "fuzzy1:tarif", ""},
      {"~100 people", "all(100 people)", ""},
      {"a~b", "phrase(=a =b)", ""},
  });
}

TEST_CASE("with op=or words are alternatives, and what restricts still restricts") {
  check_table(
      {
          {"rare earth", "any(rare earth)", ""},
          {"a b OR c d", "any(a b c d)", ""},
          {"a AND b c", "any(all(a b) c)", ""},
          {"a -b", "all(a not(b))", ""},
          {"a b -c -d", "all(any(a b) not(c) not(d))", ""},
          {"+a b c", "all(a any(a b c))", ""},
          {"+a +b c -d", "all(a b any(a b c) not(d))", ""},
          {"+a -b", "all(a not(b))", ""},
          {"-a -b", "all(everything not(a) not(b))", "only_exclusions@0"},
          {"-a AND -b c", "all(c not(a) not(b))", ""},
          {"date:2025 china tariff", "all(any(china tariff) dates[2025-01-01 2025-12-31])", ""},
          {"publication:reuters china tariff", "all(any(china tariff) publication(reuters))", ""},
          {"headline:china tariff", "any(headline(china) tariff)", ""},
          {"date:2025 publication:reuters", "all(dates[2025-01-01 2025-12-31] publication(reuters))", ""},
          {"is:undated a", "all(a undated)", ""},
          {"in:all a b", "in-all(any(a b))", ""},
          {"a OR -b", "any(a all(everything not(b)))", "only_exclusions@5"},
          {"\"a b\" (c d)", "any(phrase(=a =b) c d)", ""},
          {"(a -b) c", "any(all(a not(b)) c)", ""},
          {"foo:bar x", "any(foo bar x)", "unknown_field@0"},
          {"CHINA AND INDIA SIGN DEAL", "any(china and india sign deal)", "capitals_are_words@6"},
          {"+a", "a", ""},
          {"稀土 export", "any(run:稀土 export)", ""},
      },
      true);
}

TEST_CASE("with op=or the pairs of a run are alternatives too, unless the run is asked for as a whole") {
  check_table(
      {
          {"科技创", "any(run:科技创 run:科技 run:技创)", ""},
          {"科技创 export", "any(run:科技创 run:科技 run:技创 export)", ""},
          {"科技 创新", "any(run:科技 run:创新)", ""},
          {"in:all 科技创", "in-all(any(run:科技创 run:科技 run:技创))", ""},
          {"科技创 -export", "all(any(run:科技创 run:科技 run:技创) not(export))", ""},
          {"科技创 date:2025", "all(any(run:科技创 run:科技 run:技创) dates[2025-01-01 2025-12-31])", ""},
          {"科技创 AND a", "all(run:科技创 a)", ""},
          {"a -科技创", "all(a not(run:科技创))", ""},
          {"\"科技创\"", "run:科技创", ""},
          {"a “科技创”", "any(a run:科技创)", ""},
          {"=科技创", "run:科技创", ""},
          {"+科技创", "any(run:科技创 run:科技 run:技创)", ""},
          {"+科技创 a", "all(run:科技创 any(run:科技创 run:科技 run:技创 a))", ""},
          {"headline:科技创", "headline(run:科技创)", ""},
          {"科技创 NEAR a", "near10(run:科技创 a)", ""},
          {"a股市场", "phrase(=a run:股市场)", ""},
      },
      true);
  check_table({{"科技创", "run:科技创", ""}});
}

TEST_CASE("a blank query is everything, without a warning") {
  for (const char* query : {"", " ", "\t\n", "\u3000"}) {
    CAPTURE(query);
    CHECK(shown(parsed_query(query).root) == "everything");
    CHECK(parsed_query(query).warnings.empty());
  }
}

TEST_CASE("the printed query shows how the query was understood") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"rare earth OR lithium", "(rare earth) OR lithium"},
      {"State-Backed reuters.com “Rare  Earth!”", "\"State-Backed\" \"reuters.com\" \"Rare Earth!\""},
      {"“she said \"no\" twice”", "\"she said no twice\""},
      {"Title:(Tariff NOT quota)", "headline:(tariff -quota)"},
      {"-x", "-x"},
      {"a OR -x", "a OR (-x)"},
      {"=Mining 科技 \"Mining\"", "=mining 科技 =mining"},
      {"\"quota export\"~5", "=quota NEAR/5 =export"},
      {"x ADJ (a OR b)", "x ADJ/10 (a OR b)"},
      {"date:2025-01-01..2025-03-31", "date:2025-01-01..2025-03-31"},
      {"date:[2025-01-01 TO 2025-01-31]", "date:2025-01"},
      {"after:2024 before:2026", "date:2025-01-01.. date:..2025-12-31"},
      {"last:1d", "date:2025-03-15.."},
      {"tariff in:all", "in:all tariff"},
      {"x (a OR b in:headline)", "x (in:headline a OR b)"},
      {"½ ŉ ﷺ", "½ ŉ ﷺ"},
      {"x ½TO", "x ½to"},
      {"?abcd?efg", "\"abcd efg\""},
      {"TARIF* tarif~", "tarif* tarif~1"},
      {"https://example.com/a?b=c", "\"https://example.com/a?b=c\""},
  };
  for (const auto& row : table) {
    const std::string& query = row.first;
    CAPTURE(query);
    CHECK(print_query(parsed_query(query).root) == row.second);
  }
}

TEST_CASE("a query at its limits can be printed, also where folding makes it longer") {
  std::string query;
  for (int i = 0; i < 2000; ++i) query += "ﷺ";
  CHECK(print_query(parsed_query(query).root) == query);
}

TEST_CASE("every piece knows its place in the query and how it was written") {
  const ParsedQuery parsed = parsed_query("稀土 “Rare-Earth metals” headline:Main -(x y)");
  const std::vector<QueryNode>& nodes = parsed.root.children;
  REQUIRE(nodes.size() == 4);
  CHECK(nodes[0].at == 0);
  CHECK(nodes[0].end == 2);
  CHECK(nodes[1].at == 3);
  CHECK(nodes[1].end == 22);
  CHECK(nodes[1].surface == "Rare-Earth metals");
  CHECK(nodes[1].children[0].at == 4);
  CHECK(nodes[1].children[0].surface == "Rare");
  CHECK(nodes[2].at == 23);
  CHECK(nodes[2].end == 36);
  CHECK(nodes[2].children[0].surface == "Main");
  CHECK(nodes[3].at == 37);
  CHECK(parsed_query("ban Quota NEAR/5 exports now").root.children.at(1).surface == "Quota NEAR/5 exports");
}

TEST_CASE("a run of an unspaced script has the characters and bigrams that indexing gives it") {
  const QueryNode run = parsed_query("科技创新").root;
  CHECK(run.characters == std::vector<std::string>{"科", "技", "创", "新"});
  CHECK(run.bigrams == std::vector<std::string>{"科技", "技创", "创新"});
  const QueryNode one = parsed_query("稀").root;
  CHECK(one.characters == std::vector<std::string>{"稀"});
  CHECK(one.bigrams.empty());
  const QueryNode mixed = parsed_query("iPhone手机").root;
  REQUIRE(mixed.children.size() == 2);
  CHECK(mixed.children[1].bigrams == std::vector<std::string>{"手机"});
  CHECK(parsed_query("ｶﾞｽ").root.characters == std::vector<std::string>{"ガ", "ス"});
}

TEST_CASE("a query is relative to today only where it says so") {
  CHECK(parsed_query("last:30d").relative_to_today);
  CHECK_FALSE(parsed_query("date:2025 last:x").relative_to_today);
  CHECK(shown(parse_query("last:1m", {.today = {2025, 3, 31}}).root) == "dates[2025-03-01 *]");
  CHECK(shown(parse_query("last:1m", {.today = {2024, 3, 31}}).root) == "dates[2024-03-01 *]");
  CHECK(shown(parse_query("last:1y", {.today = {2024, 2, 29}}).root) == "dates[2023-03-01 *]");
  CHECK(shown_warnings(parse_query("last:30d", {}).warnings) == "bad_date@0");
}

TEST_CASE("all kinds of nodes have names") {
  CHECK(kind_name(QueryKind::everything) == "everything");
  CHECK(kind_name(QueryKind::repeat) == "repeat");
  CHECK(kind_name(QueryKind::any) == "any");
}

TEST_CASE("a near of a quoted piece stands where it was written, its distance and quotes included") {
  for (const auto& [query, surface] : {std::pair{"a \"oil price\"~3 b", "\"oil price\"~3"},
                                       std::pair{"a near5:\"oil price\" b", "near5:\"oil price\""},
                                       std::pair{"a oil NEAR/5 price b", "oil NEAR/5 price"}}) {
    CAPTURE(query);
    const QueryNode root = parse_query(query, {}).root;
    REQUIRE(root.children.size() == 3);
    CHECK(root.children[1].surface == surface);
    CHECK(root.children[1].at == 2);
    CHECK(root.children[1].end == 2 + std::string(surface).size());
  }
}
