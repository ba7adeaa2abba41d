// Reads files as the pipeline does, for tests.
#pragma once

#include <zlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/readers/reader.h"
#include "tests/support/page_text.h"

namespace backfile {

struct ReadResult {
  ReadItem item;
  Place place;

  const Article& article() const { return std::get<Article>(item); }
  bool noted() const { return std::holds_alternative<Note>(item); }
  bool rejected() const { return std::holds_alternative<Rejection>(item); }
  // "" for an article.
  std::string_view reason() const { return rejected() ? reason_name(std::get<Rejection>(item).reason) : ""; }
  std::string message() const {
    if (noted()) return std::get<Note>(item).message;
    return rejected() ? std::get<Rejection>(item).message : "";
  }
};

inline ReadOptions default_options() {
  return {&default_boilerplate(), {}, 32u << 20, 1767225600};  // 2026-01-01
}

inline std::vector<ReadResult> read_items(const std::filesystem::path& path, const ReadOptions& options) {
  std::vector<ReadResult> results;
  read_file({path, path.filename().string()}, options, [&](ReadItem&& item, Place place) {
    results.push_back({std::move(item), place});
  });
  return results;
}

inline std::string gzip(std::string_view text) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib");
  }
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace backfile
