#include "server/search/match_finder.h"

#include <algorithm>

#include "index/term.h"

namespace backfile {
namespace {

std::uint64_t length_bit(std::string_view term) { return std::uint64_t{1} << std::min<std::size_t>(term.size(), 63); }

std::uint64_t bit(std::size_t slot) { return std::uint64_t{1} << slot; }

}  // namespace

MatchFinder::Plan MatchFinder::plan_of(const HighlightClause& clause) {
  Plan plan;
  const std::size_t slots = std::min(clause.slots.size(), kMaxSlots);
  plan.widths = clause.widths;
  if (clause.shape == HighlightClause::Shape::phrase) plan.widths = {static_cast<std::uint32_t>(slots)};
  if (plan.widths.empty()) plan.widths.assign(slots, 1);
  std::size_t slot = 0;
  std::size_t place = 0;
  for (; place < plan.widths.size() && slot < slots; ++place) {
    plan.widths[place] = std::min(plan.widths[place], static_cast<std::uint32_t>(slots - slot));
    plan.starts |= bit(slot);
    for (std::uint32_t i = 0; i < plan.widths[place]; ++i) plan.place_of[slot++] = static_cast<std::uint8_t>(place);
    plan.ends |= bit(slot - 1);
  }
  plan.widths.resize(place);
  return plan;
}

MatchFinder::MatchFinder(std::vector<HighlightClause> clauses)
    : clauses_(std::move(clauses)), progress_(clauses_.size()) {
  for (std::uint32_t clause = 0; clause < clauses_.size(); ++clause) {
    plans_.push_back(plan_of(clauses_[clause]));
    const std::size_t slots = std::min(clauses_[clause].slots.size(), kMaxSlots);
    for (std::size_t slot = 0; slot < slots; ++slot) {
      for (const std::string& term : clauses_[clause].slots[slot]) {
        if (term.empty()) continue;
        std::vector<Wanted>& wanted = wanted_[term];
        if (wanted.empty() || wanted.back().clause != clause) wanted.push_back({clause, 0});
        wanted.back().slots |= bit(slot);
        lengths_[static_cast<unsigned char>(term[0])] |= length_bit(term);
      }
    }
  }
}

bool MatchFinder::may_match(std::string_view term) const {
  return lengths_[static_cast<unsigned char>(term[0])] & length_bit(term);
}

std::vector<Match> MatchFinder::find(std::string_view text, Part part, std::size_t most) {
  for (Progress& progress : progress_) {
    progress.begun = false;
    progress.found.clear();
  }
  std::vector<Match> matches;
  Tokenizer tokenizer(text);
  Token token;
  while (tokenizer.next(token) && token.begin < most) {
    if (token.kind != TokenKind::bigram) begins_[token.position % kMaxSlots] = token.begin;
    // A word too long for a term is looked up under the term it has in the index.
    const bool overlong = token.text.size() > kMaxTermBytes;
    if (!overlong && !may_match(token.text)) continue;
    const auto wanted = overlong ? wanted_.find(plain_term(token.text)) : wanted_.find(token.text);
    if (wanted == wanted_.end()) continue;
    for (const Wanted& one : wanted->second) {
      if (clauses_[one.clause].parts & static_cast<std::uint8_t>(part)) take(token, one, matches);
    }
  }
  for (std::uint32_t clause = 0; clause < clauses_.size(); ++clause) {
    const std::vector<NearOccurrence>& found = progress_[clause].found;
    if (found.empty()) continue;
    const HighlightClause& written = clauses_[clause];
    NearShape shape{written.shape == HighlightClause::Shape::ordered, written.window - 1, plans_[clause].widths};
    for (std::uint32_t width : shape.widths) shape.farthest += width - 1;
    const std::vector<bool> inside = in_windows(found, shape);
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (inside[i]) matches.push_back({found[i].begin, found[i].end, clause});
    }
  }
  std::ranges::stable_sort(matches, {}, &Match::begin);
  return matches;
}

void MatchFinder::take(const Token& token, const Wanted& wanted, std::vector<Match>& matches) {
  Progress& progress = progress_[wanted.clause];
  const Plan& plan = plans_[wanted.clause];
  if (!progress.begun || progress.position != token.position) {
    const bool next = progress.begun && progress.position + 1 == token.position;
    progress.reached = plan.starts | (next ? (progress.met & ~plan.ends) << 1 : 0);
    progress.met = 0;
    progress.position = token.position;
    progress.begun = true;
  }
  const std::uint64_t met = progress.reached & wanted.slots & ~progress.met;
  progress.met |= met;
  if (met & plan.ends) end_places(token, wanted.clause, met & plan.ends, matches);
}

void MatchFinder::end_places(const Token& token, std::uint32_t clause, std::uint64_t ended,
                             std::vector<Match>& matches) {
  const Plan& plan = plans_[clause];
  const auto begin_of = [&](std::uint32_t width) { return begins_[(token.position + 1 - width) % kMaxSlots]; };
  if (clauses_[clause].shape == HighlightClause::Shape::phrase) {
    matches.push_back({begin_of(plan.widths[0]), token.end, clause});
    return;
  }
  while (ended != 0) {
    const std::uint32_t width = plan.widths[plan.place_of[static_cast<std::size_t>(__builtin_ctzll(ended))]];
    NearOccurrence one{token.position + 1 - width, token.position, begin_of(width), token.end, 0};
    for (std::uint64_t left = ended; left != 0; left &= left - 1) {
      const std::size_t slot = static_cast<std::size_t>(__builtin_ctzll(left));
      if (plan.widths[plan.place_of[slot]] != width) continue;
      one.places |= bit(plan.place_of[slot]);
      ended &= ~bit(slot);
    }
    progress_[clause].found.push_back(one);
  }
}

}  // namespace backfile
