// RIS, which reference managers read: one article as one entry of tagged lines.
#pragma once

#include <string>

#include "index/article.h"

namespace backfile {

// Ends with an empty line. What is not known has no tag; a date is as precise as it is known; names are as written,
// for nobody can say which part of one is the family's.
std::string ris_entry(const Article& article);

}  // namespace backfile
