// Credits of writers that the markup of a page gives: microdata and RDFa (itemprop or property "author"), rel=author,
// what stands right behind "By", elements that are called the name of an author, links to an author's page, names
// beside a portrait of their bearer.
//
// The rules are those of public extractors of metadata: Trafilatura's expressions for authors (A. Barbaresi, ACL 2021),
// and metascraper-author (rel, itemprop, class "author" and "byline", addresses with "/author/"). What is new is where
// a credit must stand: in the region of the article (article_region.h), and above the text rather than behind it.
// Credits elsewhere count only where all of them name the same. Reviewers, editors and photographers are no writers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/html/article_region.h"
#include "indexer/html/tree.h"

namespace backfile {

// What is to be believed of the names in a group: all; also one word alone ("Newsdesk"), beside what looks like a
// person; only what looks like one.
enum class CreditTrust : std::uint8_t { all, words, persons };

struct CreditGroup {
  std::vector<std::string> credits;  // as written; each a name or several
  CreditTrust trust = CreditTrust::all;
};

// Groups, the surest first: each tells all writers, so one of them is enough.
std::vector<CreditGroup> credits_of_markup(const HtmlTree& tree, const ArticleRegion& region);

}  // namespace backfile
