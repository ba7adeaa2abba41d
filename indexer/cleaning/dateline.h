// The dateline: place and day at the head of an agency's text.
//
//   ROTTERDAM, Jan 28 (Agency) - Tug crews …    "ROTTERDAM, Jan 28"
//   MOGADISHU, Somalia (AP) — The …             "MOGADISHU, Somalia"
//   Paris, 3 March 2025 (AFP) – Les …           "Paris, 3 March 2025"
//   PORT SELWYN - The argument …                "PORT SELWYN"
//
// It ends with a dash. A place in capitals will do where a day, a region or an agency stands with it, or a sentence
// begins behind the dash; any other place needs a day and an agency.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

struct Dateline {
  std::string text;     // empty: there is none
  std::size_t end = 0;  // where the text behind the dash begins
};

Dateline read_dateline(std::string_view paragraph);

}  // namespace backfile
