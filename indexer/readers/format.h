// Formats, told by the first bytes of a file and its name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

enum class Format : std::uint8_t {
  empty,
  text,
  json,        // one value, values one behind another, or an array of them
  json_lines,  // one value a line
  html,
  xml,
  warc,
  markdown,
  pdf,
  zip,  // also office files and e-books
  office,
  rtf,
  image,
  media,
  archive,
  program,
  database,
  binary,
  // Text that goes with a site or a crawl and is never an article; known by name.
  style,
  script,
  drawing,
  font,
  table,
  log,
  listing,
  settings,
  mail,
  backup,
  crawler_note
};

// For messages: "a PDF file".
std::string_view format_name(Format format);

// `head`: the first bytes, decompressed; `whole`: there are no more. `name`: the file's name; an ending ".gz" or ".zst"
// is passed over. What is never an article by its name ("main.css", "robots.txt") is no text, whatever is in it; a text
// that begins like JSON is JSON whatever it is called, but for ".txt" files; a web archive whose
// beginning is damaged is known by its name.
Format tell_format(std::string_view head, bool whole, std::string_view name);

}  // namespace backfile
