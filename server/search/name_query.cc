#include "server/search/name_query.h"

#include <algorithm>

#include "server/search/where.h"

namespace backfile {

using Xapian::Query;

Query query_of_names(const std::vector<Name>& names, std::string_view prefix) {
  std::vector<Query> choices;
  for (const Name& name : names) {
    std::vector<Query> phrases;
    for (const Slots& slots : name)
      phrases.push_back(at_places(Query::OP_PHRASE, prefix, slots, static_cast<Xapian::termcount>(slots.size())));
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
