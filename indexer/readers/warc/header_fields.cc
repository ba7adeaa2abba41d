#include "indexer/readers/warc/header_fields.h"

#include <algorithm>

namespace backfile {
namespace {

constexpr std::size_t kMostFields = 1000;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

}  // namespace

std::string small_letters(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::size_t end_of_fields(std::string_view text) {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    if (text.substr(end + 1).starts_with("\n")) return end + 2;
    if (text.substr(end + 1).starts_with("\r\n")) return end + 3;
  }
  return std::string_view::npos;
}

HeaderFields::HeaderFields(std::string_view text) {
  std::string* last = nullptr;
  for (std::size_t begin = 0; begin < text.size() && values_.size() < kMostFields;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (last) last->append(" ").append(trimmed(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const auto [row, fresh] = values_.try_emplace(small_letters(trimmed(line.substr(0, colon))));
    last = fresh ? &row->second : nullptr;
    if (fresh) row->second = trimmed(line.substr(colon + 1));
  }
}

std::string_view HeaderFields::value(std::string_view name) const {
  const auto found = values_.find(small_letters(name));
  return found == values_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace backfile
