// The credit that a block begins with. Behind names single line breaks part off papers and roles: "By Ann Lee<br>Staff
// Writer of the Echo".
#pragma once

#include <string_view>

#include "indexer/html/blocks.h"

namespace backfile {

// Its first line, where names can end there; else all of its text.
std::string_view credit_of_block(const HtmlBlock& block);

}  // namespace backfile
