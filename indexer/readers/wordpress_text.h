// The text of a post as WordPress stores it, as HTML.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Posts of the classic editor have no <p>: a blank line parts their paragraphs (WordPress makes them on the way to the
// reader). Shortcodes ("[caption …]…[/caption]", "[gallery ids="1,2"]") go: those of pictures, sound and films with
// what is in them, others but for their text. Words in brackets ("[sic]") stay.
std::string html_of_wordpress(std::string_view stored);

}  // namespace backfile
