// Of an address, what says which page it is: two addresses of one page, as links and crawls write it, are one text.
//
// Normalised as RFC 3986 has it (6.2.2 and 6.2.3): small letters in scheme and host, no default port, no dot segments,
// percent-encoding in capitals and only where it is needed (RFC 3987, 3.1, says where). Beyond that, what in practice
// names the same page: http is https, "www." is nothing, nor is a slash at the end of the path, a fragment (but for
// "#!", by which some sites tell their pages apart), or a parameter that only tells where a reader came from.
// An address that has nothing of all this is its own identity.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Empty where the address is none of an article: nothing, or a site's home page (no path, no query). What is not http
// stays as it is.
std::string url_identity(std::string_view url);

}  // namespace backfile
