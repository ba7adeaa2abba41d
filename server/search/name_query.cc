#include "server/search/name_query.h"

#include <algorithm>

#include "index/term.h"

namespace backfile {
namespace {

using Xapian::Query;

Query query_of_phrase(const Slots& slots, std::string_view prefix) {
  std::vector<Query> places;
  for (const Forms& forms : slots) {
    const Forms terms = with_prefix(prefix, forms);
    places.push_back(Query(Query::OP_OR, terms.begin(), terms.end()));
  }
  if (std::ranges::any_of(slots, &Forms::empty)) return Query::MatchNothing;
  if (places.size() == 1) return places.front();
  return Query(Query::OP_PHRASE, places.begin(), places.end(), static_cast<Xapian::termcount>(places.size()));
}

}  // namespace

Forms with_prefix(std::string_view prefix, const Forms& forms) {
  Forms terms;
  for (const std::string& form : forms) terms.push_back(prefix.empty() ? form : prefixed_term(prefix, form));
  return terms;
}

Query query_of_names(const std::vector<Name>& names, std::string_view prefix) {
  std::vector<Query> choices;
  for (const Name& name : names) {
    std::vector<Query> phrases;
    for (const Slots& slots : name) phrases.push_back(query_of_phrase(slots, prefix));
    // Words anywhere in the article are a NEAR without bounds: its frequency is that of the rarest word, as a phrase's
    // is, where an AND has the sum of all.
    const bool words = std::ranges::all_of(name, [](const Slots& slots) { return slots.size() == 1; });
    choices.push_back(phrases.size() == 1 ? phrases.front()
                                          : Query(words ? Query::OP_NEAR : Query::OP_AND, phrases.begin(),
                                                  phrases.end(), kAnyDistance));
  }
  return Query(Query::OP_SYNONYM, choices.begin(), choices.end());
}

}  // namespace backfile
