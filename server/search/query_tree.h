// The query tree: what the parser makes of a query, and what searching and highlighting are built from. It knows of no
// index and no field's terms.
//
// Shapes (checked by tests/server/search/query_parser_property_test.cc):
//   - `all` and `any` have two children or more, `near` and `phrase` too; `all` never holds an `all`, `any` no `any`.
//   - `exclude` stands only under `all`, and every `all` has a child that is no `exclude`: where a query excludes only,
//     that child is `everything`.
//   - `everything` stands elsewhere only as the root, or under a `scope` that is the root.
//   - `phrase` holds words and wildcards; a word in it is exact.
//   - A *single form* is a word (of runs, one of at most two characters), a wildcard or a fuzzy: it stands at one
//     position. `repeat` holds one; `near` holds single forms, runs, phrases, and `any` of single forms.
//   - With synonyms (query_synonyms.h), `any` of names stands wherever what was written stood; its children are a
//     word, a phrase, a near, or an `all` of words.
//   - `field` holds no scope. A field, date range or undated below it is not part of it: the innermost field counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/date.h"
#include "index/schema.h"

namespace backfile {

enum class QueryKind : std::uint8_t {
  everything,  // every article
  word,        // one word, in any form of its own unless `exact`; or a run of an unspaced script
  wildcard,    // words that fit `text`: * any letters, ? one
  fuzzy,       // words at most `number` edits (1 or 2) from `text`
  phrase,      // the children at positions next to each other
  near,    // the children at most `number` positions apart (1 is next to each other), in this order where `ordered`:
           // from the first word of all to the last, less what phrases among them have beyond a word each. No word
           // counts for two of them
  repeat,  // the child at least `number` times
  field,   // the child, in `field`
  date_range,  // the whole period known of the article lies in [first, last]; one that is not given is open
  undated,     // no date is known
  scope,       // the child, looked for in `scope`; the innermost scope counts
  exclude,     // not the child
  all,         // every child
  any          // at least one child
};

enum class SearchScope : std::uint8_t { headline, all };  // all: boilerplate too

struct QueryNode {
  QueryKind kind = QueryKind::everything;
  std::uint32_t at = 0;  // its piece of the query, in code points: [at, end)
  std::uint32_t end = 0;

  std::string text;                     // word, fuzzy: folded. wildcard: the pattern, its letters folded
  std::string surface;                  // word, wildcard, fuzzy, phrase, near: as written; a phrase without its quotes
  bool exact = false;                   // word: this form alone. Always so for a run, which has no other
  std::vector<std::string> characters;  // word that is a run: its characters and pairs of neighbours, folded, as the
  std::vector<std::string> bigrams;     //   tokenizer gives them (n - 1 bigrams of n characters)

  std::uint32_t number = 0;  // near: distance. fuzzy: edits. repeat: times
  bool ordered = false;
  FieldName field = FieldName::headline;
  SearchScope scope = SearchScope::all;
  std::optional<Day> first;
  std::optional<Day> last;

  bool names = false;  // any: names of one thing, the written one first (query_synonyms.h makes them, no parser)

  std::vector<QueryNode> children;

  bool is_run() const { return !characters.empty(); }
};

QueryNode make_node(QueryKind kind, std::uint32_t at, std::uint32_t end);

std::string_view kind_name(QueryKind kind);

// Is there anything in it by which one article fits better than another? Dates, exclusions and labels (topic:crude) say
// nothing of that.
bool ranks_articles(const QueryNode& root);

// Do two trees ask for the same? Places and surfaces do not matter.
bool same_query(const QueryNode& a, const QueryNode& b);

}  // namespace backfile
