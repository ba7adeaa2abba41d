// Pages of a harbour town, read as articles, for tests.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/readers/html_reader.h"
#include "tests/indexer/readers/reading.h"

namespace backfile {

inline const std::string kFirst =
    "<p>Fog closed the harbour of Aldermouth for the third day on Monday, and forty ships waited outside, the harbour "
    "master said in a statement to the council.</p>";
inline const std::string kSecond =
    "<p>Pilots will not board before the wind turns, she added, because two tugs were damaged when they tried it on "
    "Saturday night without light.</p>";
inline const std::string kThird =
    "<p>Insurers expect claims of four million crowns, most of them for fruit that will not keep until the middle of "
    "the "
    "week, according to brokers.</p>";
inline const std::string kText = kFirst + kSecond + kThird;

// Paragraphs that do not repeat each other.
inline std::string days_of_fog(int from, int to) {
  std::string text;
  for (int day = from; day <= to; ++day) {
    const std::string number = std::to_string(day);
    text += "<p>On day " + number + " of the fog the harbour master counted " + number +
            "0 ships outside of the mole, and " + number + " pilots who had gone home.</p>";
  }
  return text;
}

inline std::string page_with(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en\"><head>" + head + "</head><body>" + body + "</body></html>";
}

// Of each line its first bytes: enough to tell it.
inline std::string beginnings(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : " / ") + line.substr(0, 16);
  return text;
}

inline bool holds(const std::vector<std::string>& lines, const std::string& fragment) {
  return std::ranges::any_of(lines, [&](const std::string& line) { return line.find(fragment) != std::string::npos; });
}

inline ReadItem read(const std::string& page, const std::string& url = "") {
  return read_html_page(page, {url, "page.html"}, default_options());
}

inline Article article_of(const std::string& page, const std::string& url = "") {
  const ReadItem item = read(page, url);
  const auto* rejection = std::get_if<Rejection>(&item);
  CAPTURE(rejection ? rejection->message : "");
  REQUIRE(std::holds_alternative<Article>(item));
  return std::get<Article>(item);
}

}  // namespace backfile
