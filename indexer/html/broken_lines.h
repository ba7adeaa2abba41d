// Lines that single line breaks part: which are paragraphs. Old pages and those of many Russian and Chinese papers have
// no other mark between them, but verses and addresses are broken alike.
#pragma once

#include <string>
#include <vector>

namespace backfile {

// One of each line but the first: does a paragraph begin with it? Where there are three lines and more, most of them
// end like a sentence, are followed by one that begins like one (or is indented), and are long, those that do are
// paragraphs; else none is. `lines` as they stand on the page, white space at their beginning kept.
std::vector<bool> begin_paragraphs(const std::vector<std::string>& lines);

}  // namespace backfile
