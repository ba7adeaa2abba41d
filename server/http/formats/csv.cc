#include "server/http/formats/csv.h"

#include <algorithm>

namespace backfile {
namespace {

// The last four are full-width forms, which are taken for the others where Chinese or Japanese is set.
constexpr std::string_view kFormulaBegins[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "-12", "+3.5": a sign, digits, and at most one point among them.
bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = point < text.size() ? text.substr(point + 1) : "0";
  return !whole.empty() && !part.empty() && std::ranges::all_of(whole, is_digit) && std::ranges::all_of(part, is_digit);
}

bool may_be_formula(std::string_view text) {
  const auto begins = [&](std::string_view begin) { return text.starts_with(begin); };
  return std::ranges::any_of(kFormulaBegins, begins) && !is_number(text);
}

}  // namespace

std::string csv_cell(std::string_view text) {
  const bool guarded = may_be_formula(text);
  if (text.find_first_of("\",\r\n") == std::string_view::npos) return (guarded ? "'" : "") + std::string(text);
  std::string cell = guarded ? "\"'" : "\"";
  for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
  return cell += '"';
}

}  // namespace backfile
