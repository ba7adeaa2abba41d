#include "indexer/cleaning/east_asian_credit.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>

#include "index/character.h"

namespace backfile {
namespace {

// The usual ones, simplified and traditional, and those of Korea.
constexpr std::string_view kHanSurnames =
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕"
    "呂苏蘇卢盧蒋蔣蔡贾賈丁魏"
    "薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段钱錢汤湯尹黎易常"
    "武乔喬贺賀赖賴龚龔文";
constexpr std::string_view kKoreanSurnames =
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소"
    "석선설마길";

constexpr std::size_t kHan = 3;           // bytes of a Han character or Korean syllable
constexpr std::size_t kLongestPaper = 8;  // characters

bool is_han(CodePoint c) { return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC); }

// How many characters the text has where all are of a kind; else 0.
std::size_t length_of(std::string_view text, bool (*is_kind)(CodePoint)) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); ++length) {
    const Character c = character_at(text, at);
    if (!is_kind(c.code)) return 0;
    at = c.end;
  }
  return length;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool ends_with_one_of(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

bool is_chinese_name(std::string_view name, BylineText kind) {
  const std::size_t length = length_of(name, is_han);
  const bool known = kHanSurnames.find(name.substr(0, kHan)) != std::string_view::npos;
  return length >= 2 && length <= 4 && (known || kind == BylineText::credit);
}

// A name of three syllables, no desk ("정치부").
bool is_korean_name(std::string_view name, BylineText kind) {
  const std::size_t length = length_of(name, is_hangul);
  if (ends_with_one_of(name, {"부", "팀", "실"})) return false;
  if (kind == BylineText::credit) return length >= 2 && length <= 4;
  return length == 3 && kKoreanSurnames.find(name.substr(0, kHan)) != std::string_view::npos;
}

// Are there names and nothing else, with commas or spaces between?
bool are_names(std::string_view text, bool (*is_name)(std::string_view, BylineText), BylineText kind) {
  std::size_t names = 0;
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t next = text.size();
    for (std::string_view mark : {"、", "，", ", ", " "}) {
      const std::size_t at = text.find(mark);
      if (at >= end) continue;
      end = at;
      next = at + mark.size();
    }
    if (end > 0 && !is_name(text.substr(0, end), kind)) return false;
    names += end > 0 ? 1 : 0;
    text.remove_prefix(next);
  }
  return names > 0;
}

// Papers and agencies end in characters of few: "新华社", "本报".
bool is_paper(std::string_view text) {
  return ends_with_one_of(text, {"社", "报", "報", "网", "網", "台", "刊", "讯", "訊"}) &&
         length_of(text, is_han) >= 2 && length_of(text, is_han) <= kLongestPaper;
}

bool is_reporting_from(std::string_view text) {
  return ends_with_one_of(text, {"报道", "報道", "报导", "報導", "电", "電"});
}

std::string_view without_brackets(std::string_view text) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"〔", "〕"},
                                    {"【", "】"},
                                    {"（", "）"},
                                    {"[", "]"},
                                    {"(", ")"}}) {
    if (text.starts_with(open) && text.ends_with(close))
      return text.substr(open.size(), text.size() - open.size() - close.size());
  }
  return text;
}

std::optional<std::string_view> behind_han_role(std::string_view text, BylineText kind) {
  text = without_brackets(text);
  const std::size_t role = std::min(text.find("记者"), text.find("記者"));
  if (role == std::string_view::npos) return std::nullopt;
  const std::string_view before = trimmed(text.substr(0, role));
  std::string_view names = trimmed(text.substr(role + 2 * kHan));
  if (names.empty() && kind == BylineText::credit && !is_paper(before) && before.size() > 2 * kHan) return before;
  if (!before.empty() && !is_paper(before)) return std::nullopt;
  for (std::string_view mark : {"／", "/", " "}) {
    const std::size_t at = names.find(mark);
    if (at != std::string_view::npos && is_reporting_from(names)) names = trimmed(names.substr(0, at));
  }
  if (!are_names(names, is_chinese_name, kind)) return std::nullopt;
  return names;
}

std::optional<std::string_view> before_korean_role(std::string_view text, BylineText kind) {
  const std::size_t close = text.find_first_of(")]");
  const bool has_place = text.find_first_of("([") == 0 && close < text.size() && text.find('=') < close;
  if (has_place) text = trimmed(text.substr(close + 1));
  if (text.ends_with('=')) text = trimmed(text.substr(0, text.size() - 1));
  while (text.substr(text.rfind(' ') + 1).find('@') != std::string_view::npos && text.find(' ') < text.size())
    text = trimmed(text.substr(0, text.rfind(' ')));
  for (std::string_view role : {"인턴기자", "선임기자", "기자", "특파원"}) {
    if (!text.ends_with(role)) continue;
    const std::string_view names = trimmed(text.substr(0, text.size() - role.size()));
    if (are_names(names, is_korean_name, kind)) return names;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string_view> names_of_reporters(std::string_view text, BylineText kind) {
  if (const auto names = behind_han_role(text, kind)) return names;
  return before_korean_role(text, kind);
}

std::optional<std::string_view> labelled_author(std::string_view text) {
  constexpr std::string_view kWriters[] = {"作者", "记者", "記者", "撰文", "文"};
  std::optional<std::string_view> author;
  std::size_t labels = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!word.empty() && is_digit(character_at(word, 0).code)) continue;  // of a date
    const std::size_t colon = std::min(word.find("："), word.find(':'));
    if (colon == std::string_view::npos || !is_han(character_at(word, 0).code)) return std::nullopt;
    const std::string_view value = word.substr(character_at(word, colon).end);
    const auto* writes = std::ranges::find(kWriters, word.substr(0, colon));
    if (writes != std::end(kWriters) && !author) author = value;
    ++labels;
  }
  return labels > 1 ? author : std::nullopt;
}

}  // namespace backfile
