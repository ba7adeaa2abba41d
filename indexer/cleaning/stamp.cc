#include "indexer/cleaning/stamp.h"

#include <algorithm>

#include "index/tokenizer.h"
#include "indexer/cleaning/credit_within.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestStamp = 120;     // bytes
constexpr std::uint32_t kMostWordsBeside = 4;  // a date with a time of day

bool names_source(std::string_view line) {
  constexpr std::string_view kMarks[] = {"来源", "來源", "记者", "記者", "출처", "기자"};
  return std::ranges::any_of(kMarks, [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; });
}

}  // namespace

std::optional<CreditLine> read_stamp(std::string_view line) {
  if (line.size() > kLongestStamp) return std::nullopt;
  auto credit = read_credit_within(line);
  if (!credit || credit->dates.empty()) return std::nullopt;
  const DateLine& first = credit->dates[0];
  const bool timed = first.date && first.date->precision == Precision::second &&
                     count_words(line) <= count_words(first.written) + kMostWordsBeside;
  if (first.label == DateLabel::bare && !timed && !names_source(line)) return std::nullopt;
  return credit;
}

}  // namespace backfile
