#include "server/http/etag.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace backfile {
namespace {

// The tag between its quotes, without the mark of weakness, at the front of `list`, which is moved on behind it.
std::optional<std::string_view> take_opaque_tag(std::string_view& list) {
  const std::size_t begin = list.find('"');
  const std::size_t end = begin == std::string_view::npos ? begin : list.find('"', begin + 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view tag = list.substr(begin, end + 1 - begin);
  list.remove_prefix(end + 1);
  return tag;
}

std::uint64_t digest(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

std::string as_tag(std::uint64_t digest) {
  char tag[32];
  std::snprintf(tag, sizeof tag, "W/\"%016llx\"", static_cast<unsigned long long>(digest));
  return tag;
}

}  // namespace

std::string content_etag(std::string_view text) { return as_tag(digest(text)); }

std::string request_etag(std::string_view generation, std::string_view path, std::vector<Parameter> parameters,
                         std::optional<Day> today) {
  return as_tag(request_digest(generation, path, std::move(parameters), today));
}

std::uint64_t request_digest(std::string_view generation, std::string_view path, std::vector<Parameter> parameters,
                             std::optional<Day> today) {
  std::ranges::sort(parameters);
  std::string all;
  const auto add = [&](std::string_view part) { all.append(std::to_string(part.size())).append(":").append(part); };
  add(generation);
  add(BACKFILE_VERSION);
  add(path);
  for (const auto& [name, value] : parameters) {
    add(name);
    add(value);
  }
  if (today) add(make_date(today->year, today->month, today->day).iso);
  return digest(all);
}

bool client_has(const HttpRequest& request, std::string_view etag) {
  const auto header = request.header("if-none-match");
  if (!header) return false;
  const std::string_view wanted = etag.substr(etag.find('"'));
  std::string_view list = *header;
  while (const auto tag = take_opaque_tag(list)) {
    if (*tag == wanted) return true;
  }
  return false;
}

void add_etag(HttpResponse& response, const std::string& etag) {
  response.set_header("ETag", etag);
  response.set_header("Cache-Control", "no-cache");
}

HttpResponse not_modified(const std::string& etag) {
  HttpResponse response;
  response.status = 304;
  add_etag(response, etag);
  return response;
}

}  // namespace backfile
