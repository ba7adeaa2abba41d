// Pages of a harbour town, read as articles, for tests.
#pragma once

#include <doctest/doctest.h>

#include <string>

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
