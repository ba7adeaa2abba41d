// A JSON object that carries the checksum of its own text, so that a changed byte in it is noticed.
//
//   {                                    all bytes from here
//     "generation": "…",
//     "synonyms": {…}                    to here are what the checksum is of
//   ,
//     "checksum": "32 hex digits"
//   }
//
// The checksum is XXH3-128, as of every other file (index/durable_file.h). Any number of threads may call these.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// `object` is the text of a JSON object that has members and ends in "}".
std::string with_checksum(std::string_view object);

// Is this a text that with_checksum() made, unchanged? False for anything else.
bool checksum_holds(std::string_view text);

}  // namespace backfile
