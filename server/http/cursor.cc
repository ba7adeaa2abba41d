#include "server/http/cursor.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <system_error>

#include "server/http/etag.h"
#include "server/http/parameters.h"

namespace backfile {
namespace {

constexpr std::string_view kDifferFromPageToPage[] = {"cursor", "page", "pretty", "facets", "fields", "fragments"};

// Takes so many hexadecimal digits off the text.
template <typename Number>
bool take(std::string_view& text, Number& number) {
  constexpr std::size_t kDigits = 2 * sizeof number;
  if (text.size() < kDigits) return false;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + kDigits, number, 16);
  const bool whole = error == std::errc{} && rest == text.data() + kDigits;
  text.remove_prefix(kDigits);
  return whole;
}

}  // namespace

std::string write_cursor(const Cursor& cursor) {
  char text[64];
  std::snprintf(text, sizeof text, "%08x%08x%016llx%016llx", cursor.page, cursor.seed,
                static_cast<unsigned long long>(cursor.generation), static_cast<unsigned long long>(cursor.request));
  return text;
}

std::optional<Cursor> parse_cursor(std::string_view text) {
  Cursor cursor;
  const bool is_whole = take(text, cursor.page) && take(text, cursor.seed) && take(text, cursor.generation) &&
                        take(text, cursor.request) && text.empty();
  if (!is_whole || cursor.page == 0) return std::nullopt;
  return cursor;
}

std::uint64_t cursor_digest(std::string_view generation) { return request_digest(generation, "", {}, std::nullopt); }

std::uint64_t cursor_digest(const HttpRequest& http, const SearchRequest& request) {
  std::vector<Parameter> lasting = http.parameters;
  std::erase_if(lasting, [](const Parameter& parameter) {
    return std::ranges::find(kDifferFromPageToPage, parameter.name) != std::end(kDifferFromPageToPage);
  });
  const auto day = depends_on_today(request) ? std::optional(request.today) : std::nullopt;
  return request_digest("", http.path, std::move(lasting), day);
}

}  // namespace backfile
