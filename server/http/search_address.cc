#include "server/http/search_address.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <vector>

#include "server/http/choice_names.h"
#include "server/http/formats/percent_encoded.h"
#include "server/http/formats/plain_line.h"

namespace backfile {
namespace {

class Address {
 public:
  void add(std::string_view name, std::string_view value) {
    text_.append(text_.size() == 1 ? "?" : "&").append(name).append("=").append(percent_encoded(value));
  }
  void add_all(const std::string& name, std::vector<std::string> values) {
    std::ranges::sort(values);
    const auto same = std::ranges::unique(values);
    values.erase(same.begin(), same.end());
    for (const std::string& value : values) add(name, value);
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_ = "/";
};

std::string as_text(double number) {
  char text[32];
  const auto [end, error] = std::to_chars(text, text + sizeof text, number);
  return {text, end};
}

}  // namespace

std::string search_address(const SearchRequest& request) {
  Address address;
  if (const std::string query = plain_line(request.query); !query.empty()) address.add("q", query);
  if (request.in_boilerplate) address.add("in", "all");
  if (request.any_word) address.add("op", "or");
  if (request.from) address.add("from", request.from->iso);
  if (request.to) address.add("to", request.to->iso);
  for (const auto& [name, filter] : request.filters) {
    address.add_all(std::string(field(name).name), filter.include);
    address.add_all("-" + std::string(field(name).name), filter.exclude);
  }
  if (request.sort) address.add("sort", name_of(kSortNames, *request.sort));
  if (request.sort == Sort::random) address.add("seed", std::to_string(request.seed));
  if (request.recency > 0) address.add("recency", as_text(request.recency));
  if (!request.collapse_stories) address.add("collapse", "none");
  return address.take();
}

}  // namespace backfile
