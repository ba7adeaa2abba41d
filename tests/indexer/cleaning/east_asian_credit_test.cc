#include "indexer/cleaning/east_asian_credit.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/cleaning/byline.h"

using namespace backfile;

namespace {

using Names = std::vector<std::string>;

struct Case {
  std::string text;
  Names names;
};

}  // namespace

TEST_CASE("reporters of Chinese and Korean papers on a line of a page") {
  const std::vector<Case> table{
      {"记者 李晓明", {"李晓明"}},
      {"本报记者 李晓明", {"李晓明"}},
      {"记者李晓明 青港报道", {"李晓明"}},
      {"新华社记者李晓明、王海", {"李晓明", "王海"}},
      {"記者陳思敏／青港報導", {"陳思敏"}},
      {"〔記者陳思敏／青港報導〕", {"陳思敏"}},
      {"来源：青港日报 作者：李晓明", {"李晓明"}},
      {"作者：李晓明 编辑：王海", {"李晓明"}},
      {"文:李晓明 图:王海", {"李晓明"}},
      {"2025-03-02 10:15 来源：青港日报 作者：李晓明", {"李晓明"}},
      {"이가온 기자", {"이가온"}},
      {"이가온 기자 gaon@example.kr", {"이가온"}},
      {"(서울=나래통신) 이가온 기자 =", {"이가온"}},
      {"[서울=나래통신] 이가온 특파원 =", {"이가온"}},
      // The role in another sense, or names of nobody:
      {"记者调查", {}},
      {"著名记者李晓明", {}},
      {"记者李晓明 摄", {}},
      {"记者李晓明失踪后家人呼吁", {}},
      {"港口记者会", {}},
      {"정치부 기자", {}},
      {"전문 기자", {}},
      {"안개에 갇힌 기자", {}},
      {"来源：青港日报 全文：大雾", {}},
      {"山田太郎記者", {}},
  };
  for (const Case& row : table) {
    CAPTURE(row.text);
    CHECK(names_of_byline(row.text) == row.names);
  }
}

TEST_CASE("the role is no part of a name in metadata") {
  const std::vector<Case> table{
      {"이가온 기자", {"이가온"}}, {"高梨陽子記者", {"高梨陽子"}}, {"记者 李晓明", {"李晓明"}},
      {"本報記者", {"本報記者"}},  {"新華社記者", {"新華社記者"}}, {"정치부 기자", {"정치부 기자"}},
  };
  for (const Case& row : table) {
    CAPTURE(row.text);
    CHECK(names_of_credit(row.text) == row.names);
  }
}
