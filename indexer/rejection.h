// Why a file, or one article of a file, is not in the index: a closed list of reasons; and what a reader hands on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "index/article.h"

namespace backfile {

enum class Reason : std::uint8_t {
  empty,
  not_json,
  not_an_object,
  too_large,
  format_not_read,
  unreadable,
  broken_compression,
  not_xml,
  broken_record,
  not_an_article,
  paywalled_stub,
  error_page,
  refused
};

struct ReasonRow {
  Reason id;
  std::string_view name;      // in reports
  std::string_view sentence;  // for readers of reports
};

inline constexpr std::array<ReasonRow, 13> kReasons{{
    {Reason::empty, "empty", "There is neither a headline nor a body."},
    {Reason::not_json, "not_json", "The text is not JSON, or is nested too deeply."},
    {Reason::not_an_object, "not_an_object", "The JSON value is not an object with the fields of an article."},
    {Reason::too_large, "too_large", "The article is larger than the limit."},
    {Reason::format_not_read, "format_not_read", "The file is of a format that is not read."},
    {Reason::unreadable, "unreadable", "The file could not be opened or read."},
    {Reason::broken_compression, "broken_compression", "The compressed data is cut off or damaged."},
    {Reason::not_xml, "not_xml", "The text is not XML, is cut off, or is nested too deeply."},
    {Reason::broken_record, "broken_record", "A record of a web archive is cut off or damaged."},
    {Reason::not_an_article, "not_an_article", "The page is a list of articles, not one."},
    {Reason::paywalled_stub, "paywalled_stub",
     "The page has only the beginning of its article, and an offer to subscribe."},
    {Reason::error_page, "error_page", "The page tells of an error, such as a page that is not there."},
    {Reason::refused, "refused", "The index cannot hold the article; all others are in it."},
}};

constexpr bool reasons_stand_at_their_ids() {
  for (std::size_t row = 0; row < kReasons.size(); ++row) {
    if (static_cast<std::size_t>(kReasons[row].id) != row) return false;
  }
  return true;
}
static_assert(reasons_stand_at_their_ids());

constexpr std::string_view reason_name(Reason reason) { return kReasons[static_cast<std::size_t>(reason)].name; }
constexpr std::string_view reason_sentence(Reason reason) {
  return kReasons[static_cast<std::size_t>(reason)].sentence;
}

// One article that is not taken. `message` is for people: what was found and what to do. Valid UTF-8; it may hold
// pieces of the file, so escape it for a terminal.
struct Rejection {
  Reason reason = Reason::empty;
  std::string message;
  friend bool operator==(const Rejection&, const Rejection&) = default;
};

// What is worth knowing of a file though nothing is lost by it, or what it holds that is no article.
struct Note {
  std::string message;
  friend bool operator==(const Note&, const Note&) = default;
};

using ReadItem = std::variant<Article, Rejection, Note>;

}  // namespace backfile
