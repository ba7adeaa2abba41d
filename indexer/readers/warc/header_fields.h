// Lines of "Name: value", as in WARC records and HTTP messages: names in any case, values over several lines joined.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace backfile {

class HeaderFields {
 public:
  // `text`: the lines; their ends may lack the carriage return. Of a name that stands several times, the first counts.
  explicit HeaderFields(std::string_view text);

  // Empty where there is none.
  std::string_view value(std::string_view name) const;

 private:
  std::map<std::string, std::string, std::less<>> values_;  // names in small letters
};

// Where the empty line ends that closes the lines at the beginning of `text`; npos where there is none.
std::size_t end_of_fields(std::string_view text);

std::string small_letters(std::string_view text);

}  // namespace backfile
