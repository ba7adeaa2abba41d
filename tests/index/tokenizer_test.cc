#include "index/tokenizer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "index/fold.h"
#include "index/simplified_han.h"

using namespace backfile;

namespace {

// Words and characters as "text[covered bytes]@position", bigrams in angle brackets.
std::vector<std::string> tokens_of(std::string_view text) {
  Tokenizer tokenizer(text);
  Token token;
  std::vector<std::string> tokens;
  while (tokenizer.next(token)) {
    std::string shown(token.text);
    if (token.kind == TokenKind::bigram) shown = "<" + shown + ">";
    tokens.push_back(shown);
  }
  return tokens;
}

std::string covered(std::string_view text, std::size_t number) {
  Tokenizer tokenizer(text);
  Token token;
  for (std::size_t i = 0; i <= number; ++i) REQUIRE(tokenizer.next(token));
  return std::string(text.substr(token.begin, token.end - token.begin));
}

struct Case {
  const char* text;
  std::vector<std::string> tokens;
};

}  // namespace

TEST_CASE("the tokenizer's rules") {
  const std::vector<Case> table{
      {"", {}},
      {" \t\n-–—/…!?", {}},
      {"Rare Earth", {"rare", "earth"}},
      {"China’s", {"china"}},
      {"China's exports", {"china", "exports"}},
      {"CHINA'S", {"china"}},
      {"workers' pay", {"workers", "pay"}},
      {"'quoted'", {"quoted"}},
      {"O'Brien", {"o'brien"}},
      {"O’Brien’s", {"o'brien"}},
      {"O‘Brien", {"o'brien"}},
      {"Oʼzbek", {"o'zbek"}},
      {"rock'n'roll", {"rock'n'roll"}},
      {"don't", {"don't"}},
      {"it's", {"it"}},
      {"'90s", {"90s"}},
      {"l'économie L’Équipe", {"economie", "equipe"}},
      {"d'Afrique qu'il jusqu'à", {"afrique", "il", "a"}},
      {"dell'anno un'altra all'Aia", {"anno", "altra", "aia"}},
      {"l'home d'Estat", {"home", "estat"}},
      {"s’effondre d’aujourd’hui", {"effondre", "aujourd'hui"}},
      {"D'Amato's", {"amato"}},
      {"l'", {"l"}},
      {"d'1 l'x C'mon T'ang Qur'an y'all", {"d'1", "l'x", "c'mon", "t'ang", "qur'an", "y'all"}},
      {"state-backed", {"state", "backed"}},
      {"copper/gold", {"copper", "gold"}},
      {"war–torn—land", {"war", "torn", "land"}},
      {"foo_bar", {"foo", "bar"}},
      {"U.S.", {"u.s."}},
      {"U.S", {"u.s."}},
      {"u.s. tariffs", {"u.s.", "tariffs"}},
      {"the U.S.’s role", {"the", "u.s.", "role"}},
      {"the U.S.-China talks", {"the", "u.s.", "china", "talks"}},
      {"US", {"us"}},
      {"U.S.A.", {"u.s.a."}},
      {"U.S.Treasury", {"u.s.", "treasury"}},
      {"J. Smith", {"j", "smith"}},
      {"J.Smith", {"j", "smith"}},
      {"plan B.", {"plan", "b"}},
      {"reuters.com", {"reuters", "com"}},
      {"AT&T", {"at&t"}},
      {"Q&A", {"q&a"}},
      {"A & B", {"a", "b"}},
      {"C++", {"c++"}},
      {"C++.", {"c++"}},
      {"C#", {"c#"}},
      {"+superior+", {"superior"}},
      {"#metoo", {"metoo"}},
      {"14th", {"14th"}},
      {"3.5", {"3.5"}},
      {"3.5pc", {"3.5pc"}},
      {"1,000", {"1,000"}},
      {"1,000,000.", {"1,000,000"}},
      {"in 1999, then", {"in", "1999", "then"}},
      {"No.5", {"no", "5"}},
      {"café CAFÉ cafe", {"cafe", "cafe", "cafe"}},
      {"Łódź Ørsted Straße Erdoğan İzmir", {"lodz", "orsted", "strasse", "erdogan", "izmir"}},
      {"ＡＢＣ１２", {"abc12"}},
      {"naı\xC3\xAFve", {"naiive"}},
      {"Пётр Йод", {"петр", "йод"}},
      {"co\xC2\xADop", {"coop"}},
      {"e\xCC\x81t\xC3\xA9", {"ete"}},
      {"Brand™ x²", {"brand", "x2"}},
      {"bad\xFF\xFE"
       "bytes",
       {"bad", "bytes"}},
      {"稀土", {"稀", "<稀土>", "土"}},
      {"稀", {"稀"}},
      {"科技创新", {"科", "<科技>", "技", "<技创>", "创", "<创新>", "新"}},
      {"(“擂响” – drums)", {"擂", "<擂响>", "响", "drums"}},
      {"A股 iPhone手机", {"a", "股", "iphone", "手", "<手机>", "机"}},
      {"稀土、铜", {"稀", "<稀土>", "土", "铜"}},
      {"稀土資源", {"稀", "<稀土>", "土", "<土资>", "资", "<资源>", "源"}},
      {"臺灣的ＧＤＰ", {"台", "<台湾>", "湾", "<湾的>", "的", "gdp"}},
      {"ガス ｶﾞｽ", {"ガ", "<ガス>", "ス", "ガ", "<ガス>", "ス"}},
      {"학교에서", {"학", "<학교>", "교", "<교에>", "에", "<에서>", "서"}},
      {"강이 강", {"강", "<강이>", "이", "강"}},
      {"北韓은 KBS는", {"北", "<北韩>", "韩", "<韩은>", "은", "kbs", "는"}},
      {"東京へ", {"东", "<东京>", "京", "<京へ>", "へ"}},
      {"\u1112\u1161\u11AB\u1100\u1173\u11AF", {"한", "<한글>", "글"}},  // letters written apart
      {"น้ำมัน", {"น้\u0E4D\u0E32", "<น้\u0E4D\u0E32มั>", "มั", "<มัน>", "น"}},
      {"น\u0E33 น\u0E4D\u0E32", {"น\u0E4D\u0E32", "น\u0E4D\u0E32"}},
      {"བོད་ཡིག", {"བོད", "ཡིག"}},
      {"हिन्दी", {"हिन्दी"}},
      {"مُحَمَّد", {"محمد"}},
  };
  for (const Case& row : table) {
    CAPTURE(row.text);
    CHECK(tokens_of(row.text) == row.tokens);
  }
}

TEST_CASE("a token's range covers the word and not the possessive mark") {
  CHECK(covered("China’s grip", 0) == "China");
  CHECK(covered("China’s grip", 1) == "grip");
  CHECK(covered("l’économie", 0) == "économie");
  CHECK(covered("the U.S. is", 1) == "U.S.");
  CHECK(covered("“O’Brien”", 0) == "O’Brien");
  CHECK(covered("x 科技创新", 1) == "科");
  CHECK(covered("x 科技创新", 2) == "科技");
  CHECK(covered("CAFÉ!", 0) == "CAFÉ");
}

TEST_CASE("words and unspaced characters each take one position, a bigram that of its first character") {
  Tokenizer tokenizer("in 稀土 again");
  Token token;
  std::vector<std::uint32_t> positions;
  while (tokenizer.next(token)) positions.push_back(token.position);
  CHECK(positions == std::vector<std::uint32_t>{0, 1, 1, 2, 3});
  CHECK(tokenizer.positions() == 4);
  CHECK(count_words("in 稀土 again") == 4);
}

TEST_CASE("the fast path and the full rules agree on ASCII") {
  // A word in front of a non-ASCII letter takes the full path, before a space the fast one.
  for (const char* word : {"Rare", "14th", "abc123", "X"}) {
    CAPTURE(word);
    CHECK(tokens_of(std::string(word) + " ")[0] == tokens_of(std::string(word) + "\xE2\x80\x94")[0]);
  }
}

TEST_CASE("folding twice changes nothing") {
  for (const char* word : {"CAFÉ", "Łódź", "İstanbul", "ｶﾞ", "Straße", "ﬁn", "Ǆ", "ΌΣΟΣ", "Ёлка", "å̊", "㍿", "O’Brien",
                           "薴", "臺灣", "龜x"}) {
    CAPTURE(word);
    CHECK(fold(fold(word)) == fold(word));
  }
  CHECK(fold("\xFF\xFE") == "");
  CHECK(fold_label("  The  Harbour\tGazette ") == "the harbour gazette");
}

TEST_CASE("traditional and simplified characters fold together, each by itself") {
  CHECK(fold("臺灣") == "台湾");
  CHECK(fold("蘋果發佈會") == fold("苹果发布会"));
  CHECK(fold("苧") == fold("苎"));  // ICU leads them round in a circle
  CHECK(fold("（臺）") == "(台)");  // beside what else is folded
  std::size_t changed = 0;
  for (CodePoint c = kFirstTableHan; c <= kLastTableHan; ++c) {
    const CodePoint simple = simplified_han(c);
    changed += simple == c ? 0 : 1;
    CHECK_MESSAGE(simplified_han(simple) == simple, c);
  }
  CHECK(changed > 2800);
}
