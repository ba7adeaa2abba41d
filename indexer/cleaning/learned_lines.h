// Learned lines: the boilerplate that no list knows. A line that recurs across the articles of one site is no text of
// theirs, in any language and format. (Lines that repeat over the pages of a site as a sign of boilerplate: Bar-Yossef
// and Rajagopalan, "Template detection via data mining", WWW 2002; whole lines in place of their page fragments.)
//
// A site is a publication, or the folder of articles that name none. A line is learned where at least
// least_articles(n) of the site's n articles have it. Two kinds of articles neither count nor are counted, so that
// what merely resembles others keeps its text:
//   a report   whose lines are mostly those of other articles but for their numbers (prices of the day)
//   a repeat   that has no line of its own (a copy)
// A sentence (TextLine::sentence) that stands mostly in the middle of its articles, with sentences of their own before
// and behind it, may be what a paper says again of a long affair ("The ministry did not reply to questions."): it is
// learned only where nearly all articles have it.
// Learning is a function of the articles alone: no order of theirs and no earlier run matters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/cleaning/text_line.h"

namespace backfile {

using LineSet = std::unordered_set<std::uint64_t>;  // TextLine::hash

// By site; a site without learned lines may be missing.
using LearnedLines = std::map<std::string, LineSet, std::less<>>;

// The site of an article: its publication, where it has one, else `folder`.
std::string site_of(std::string_view publication, std::string_view folder);

// In how many of a site's articles a line must stand: two fifths of up to 57, at least 8; of more, 20 and a twentieth.
std::size_t least_articles(std::size_t articles);

// The lines of one article's text; a line that stands in it twice may be there twice.
using ArticleLines = std::span<const TextLine>;

// The learned lines of one site.
LineSet learn_lines(std::span<const ArticleLines> articles);

}  // namespace backfile
