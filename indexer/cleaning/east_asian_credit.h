// Reporters as Chinese, Japanese and Korean papers name them: the word of the role stands right before or behind the
// names.
//
//   本报记者 王小明      新华社记者王小明、李华      记者王小明 北京报道      〔記者王小明／台北報導〕
//   홍길동 기자 hong@example.kr        (서울=연합뉴스) 홍길동 기자 =
//
// On any line of a page ("记者调查", "정치부 기자") names must begin with one of the usual surnames and be as long as
// names are; in what is known to be a credit they need not, and the role may follow in Chinese characters too
// ("山田太郎記者").
#pragma once

#include <optional>
#include <string_view>

#include "indexer/cleaning/byline_marks.h"

namespace backfile {

// The part of the text that has the names, commas between; nothing where it is no such credit.
std::optional<std::string_view> names_of_reporters(std::string_view text, BylineText kind);

// The value of the author's label among other labels and dates ("2024-03-05 来源：新华社 作者：王小明"); nothing where
// there are no others.
std::optional<std::string_view> labelled_author(std::string_view text);

}  // namespace backfile
