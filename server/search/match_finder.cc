#include "server/search/match_finder.h"

#include <algorithm>

#include "index/term.h"

namespace backfile {
namespace {

std::uint64_t length_bit(std::string_view term) { return std::uint64_t{1} << std::min<std::size_t>(term.size(), 63); }

}  // namespace

MatchFinder::MatchFinder(std::vector<HighlightClause> clauses) : clauses_(std::move(clauses)), found_(clauses_.size()) {
  for (std::uint32_t clause = 0; clause < clauses_.size(); ++clause) {
    for (std::uint32_t slot = 0; slot < clauses_[clause].slots.size(); ++slot) {
      for (const std::string& term : clauses_[clause].slots[slot]) {
        if (term.empty()) continue;
        places_[term].push_back({clause, slot});
        lengths_[static_cast<unsigned char>(term[0])] |= length_bit(term);
      }
    }
  }
}

bool MatchFinder::may_match(const Token& token) const {
  return lengths_[static_cast<unsigned char>(token.text[0])] & length_bit(token.text);
}

std::vector<Match> MatchFinder::find(std::string_view text, Part part) {
  for (Occurrences& found : found_) found.clear();
  bool any = false;
  Tokenizer tokenizer(text);
  Token token;
  while (tokenizer.next(token)) {
    // A word too long for a term is looked up under the term it has in the index.
    const bool overlong = token.text.size() > kMaxTermBytes;
    if (!overlong && !may_match(token)) continue;
    const auto places = overlong ? places_.find(plain_term(token.text)) : places_.find(token.text);
    if (places == places_.end()) continue;
    for (const Place& place : places->second) {
      if (!(clauses_[place.clause].parts & static_cast<std::uint8_t>(part))) continue;
      found_[place.clause].push_back({token.position, place.slot, token.begin, token.end});
      any = true;
    }
  }
  std::vector<Match> matches;
  if (!any) return matches;
  for (std::uint32_t clause = 0; clause < clauses_.size(); ++clause) {
    if (clauses_[clause].shape == HighlightClause::Shape::phrase) {
      phrases(found_[clause], clauses_[clause].slots.size(), clause, matches);
    } else {
      windows(found_[clause], clauses_[clause], clause, matches);
    }
  }
  std::ranges::stable_sort(matches, {}, &Match::begin);
  return matches;
}

void MatchFinder::phrases(const Occurrences& found, std::size_t slots, std::uint32_t clause,
                          std::vector<Match>& matches) {
  for (std::size_t first = 0; first < found.size(); ++first) {
    if (found[first].slot != 0) continue;
    std::uint32_t slot = 0;
    std::uint32_t end = found[first].end;
    for (std::size_t next = first; next < found.size() && slot + 1 < slots; ++next) {
      const std::uint32_t wanted = found[first].position + slot + 1;
      if (found[next].position > wanted) break;
      if (found[next].position != wanted || found[next].slot != slot + 1) continue;
      ++slot;
      end = std::max(end, found[next].end);
      next = first;  // the next slot's word may stand before this one in the list: several slots at one position
    }
    if (slot + 1 == slots) matches.push_back({found[first].begin, end, clause});
  }
}

void MatchFinder::windows(const Occurrences& found, const HighlightClause& clause, std::uint32_t number,
                          std::vector<Match>& matches) {
  const bool ordered = clause.shape == HighlightClause::Shape::ordered;
  std::vector<bool> marked(found.size());
  std::vector<std::size_t> chosen;
  for (std::size_t first = 0; first < found.size(); ++first) {
    if (ordered && found[first].slot != 0) continue;
    chosen.assign(1, first);
    std::uint64_t slots_left = clause.slots.size() - 1;
    std::vector<bool> filled(clause.slots.size());
    filled[found[first].slot] = true;
    std::uint32_t last_position = found[first].position;
    for (std::size_t next = first + 1; next < found.size() && slots_left > 0; ++next) {
      const Occurrence& occurrence = found[next];
      if (occurrence.position - found[first].position >= clause.window) break;
      if (occurrence.position == last_position || filled[occurrence.slot]) continue;
      if (ordered && occurrence.slot != clause.slots.size() - slots_left) continue;
      filled[occurrence.slot] = true;
      last_position = occurrence.position;
      chosen.push_back(next);
      --slots_left;
    }
    if (slots_left > 0) continue;
    for (std::size_t at : chosen) marked[at] = true;
  }
  for (std::size_t at = 0; at < found.size(); ++at) {
    if (marked[at]) matches.push_back({found[at].begin, found[at].end, number});
  }
}

}  // namespace backfile
