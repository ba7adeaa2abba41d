// What pages say that are no article, by language: the names of errors, of questions to the reader and of walls before
// a text; and lines at which a text is cut off for those who have not paid.
#pragma once

#include <cstdint>
#include <string_view>

namespace backfile {

enum class PageName : std::uint8_t {
  none,
  error,  // of a page that is not there, that is kept from robots, or that asks for consent or for a password
  wall,   // "Subscribe to read"
};

struct NamedPage {
  PageName name = PageName::none;
  bool is_first = false;  // "404 | The Echo", as against "The Echo | 404"
};

// What a title or a heading calls its page. The name of a site may stand beside it, behind a mark.
NamedPage name_of_page(std::string_view title);

// Is it a line of a page that tells robots or readers that there is nothing to read?
bool is_notice(std::string_view line);

// Does a line offer the rest of a text to subscribers?
bool is_wall(std::string_view line);

}  // namespace backfile
