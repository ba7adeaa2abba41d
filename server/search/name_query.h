// The Xapian query for names of one thing: an article with any of them counts like one with the first.
#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

#include "server/search/word_forms.h"

namespace backfile {

// One name: all of these phrases, wherever each stands. A word is a phrase of one place.
using Name = std::vector<Slots>;

// The names as terms of one prefix; empty: plain terms.
Xapian::Query query_of_names(const std::vector<Name>& names, std::string_view prefix);

}  // namespace backfile
