#include "server/search/fragments.h"

#include <algorithm>

#include "server/search/sentence.h"

namespace backfile {
namespace {

// Bytes. Scripts of three bytes a character say as much in fewer.
constexpr std::size_t kShort = 110;    // a shorter sentence takes the next one with it
constexpr std::size_t kLongest = 320;  // a longer sentence is cut
constexpr std::size_t kLead = 90;      // of a cut sentence, before its first match

struct Candidate {
  std::size_t text = 0;  // number of the MarkedText
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint64_t clauses = 0;  // one bit each; clauses beyond 63 share the last
  std::size_t matches = 0;
};

std::uint64_t clause_bit(const Match& match) { return std::uint64_t{1} << std::min<std::uint32_t>(match.clause, 63); }

// The piece around a match: its sentence, lengthened where short, cut at words where long.
std::pair<std::size_t, std::size_t> bounds_around(std::string_view text, std::size_t from, const Match& match) {
  std::size_t begin = std::max(from, sentence_begin(text, match.begin));
  std::size_t end = sentence_end(text, match.end);
  if (end - begin > kLongest) {
    if (match.begin - begin > kLead) begin = skip_space(text, cut_before(text, match.begin - kLead, begin));
    if (end - begin > kLongest) end = std::max<std::size_t>(match.end, cut_before(text, begin + kLongest, begin));
  }
  while (end - begin < kShort && end < text.size()) {
    const std::size_t longer = sentence_end(text, skip_space(text, end));
    if (longer - begin > kLongest) break;
    end = longer;
  }
  return {begin, trim_space(text, end)};
}

void candidates_of(const std::vector<MarkedText>& texts, std::size_t number, std::vector<Candidate>& candidates) {
  const MarkedText& marked = texts[number];
  std::size_t from = 0;
  for (std::size_t i = 0; i < marked.matches.size();) {
    auto [begin, end] = bounds_around(marked.text, from, marked.matches[i]);
    Candidate candidate{number, begin, end};
    for (; i < marked.matches.size() && marked.matches[i].begin < candidate.end; ++i) {
      candidate.end = std::max<std::size_t>(candidate.end, marked.matches[i].end);  // a match is never cut
      candidate.clauses |= clause_bit(marked.matches[i]);
      ++candidate.matches;
    }
    candidates.push_back(candidate);
    from = candidate.end;
  }
}

int count_bits(std::uint64_t bits) { return __builtin_popcountll(bits); }

// Takes the best candidate off the list: most clauses not yet shown, then most clauses, then most matches, then first.
Candidate take_best(std::vector<Candidate>& candidates, std::uint64_t shown) {
  const auto better = [shown](const Candidate& a, const Candidate& b) {
    const int fresh_a = count_bits(a.clauses & ~shown);
    const int fresh_b = count_bits(b.clauses & ~shown);
    if (fresh_a != fresh_b) return fresh_a > fresh_b;
    if (count_bits(a.clauses) != count_bits(b.clauses)) return count_bits(a.clauses) > count_bits(b.clauses);
    return a.matches > b.matches;
  };
  auto best = candidates.begin();
  for (auto at = candidates.begin(); at != candidates.end(); ++at) {
    if (better(*at, *best)) best = at;
  }
  const Candidate chosen = *best;
  candidates.erase(best);
  return chosen;
}

std::vector<Fragment> opening(const std::vector<MarkedText>& texts) {
  const auto body = std::ranges::find_if(texts, [](const MarkedText& text) { return text.paragraph >= 0; });
  const MarkedText* first = body != texts.end() ? &*body : texts.empty() ? nullptr : &texts.front();
  if (!first || first->text.empty()) return {};
  const auto [begin, end] = bounds_around(first->text, 0, Match{});
  return {{runs_of(*first, begin, end), first->paragraph}};
}

}  // namespace

Runs runs_of(const MarkedText& marked, std::size_t begin, std::size_t end) {
  Runs runs;
  const auto add = [&](std::size_t from, std::size_t to, bool matched) {
    if (from < to) runs.push_back({std::string(marked.text.substr(from, to - from)), matched});
  };
  std::size_t at = begin;
  for (std::size_t i = 0; i < marked.matches.size();) {
    std::size_t mark_begin = std::max<std::size_t>(marked.matches[i].begin, at);
    std::size_t mark_end = marked.matches[i].end;
    for (++i; i < marked.matches.size() && marked.matches[i].begin <= mark_end; ++i) {
      mark_end = std::max<std::size_t>(mark_end, marked.matches[i].end);
    }
    mark_begin = std::min(mark_begin, end);
    mark_end = std::min(mark_end, end);
    if (mark_end <= at) continue;
    add(at, mark_begin, false);
    add(mark_begin, mark_end, true);
    at = mark_end;
  }
  add(at, end, false);
  return runs;
}

std::vector<Fragment> choose_fragments(const std::vector<MarkedText>& texts, std::uint32_t most) {
  if (most == 0) return {};
  std::vector<Candidate> candidates;
  for (std::size_t number = 0; number < texts.size(); ++number) candidates_of(texts, number, candidates);
  if (candidates.empty()) return opening(texts);
  std::vector<Candidate> chosen;
  std::uint64_t shown = 0;
  while (!candidates.empty() && chosen.size() < most) {
    chosen.push_back(take_best(candidates, shown));
    shown |= chosen.back().clauses;
  }
  std::ranges::sort(chosen, {}, [](const Candidate& c) { return std::pair(c.text, c.begin); });
  std::vector<Fragment> fragments;
  for (const Candidate& candidate : chosen) {
    const MarkedText& marked = texts[candidate.text];
    fragments.push_back({runs_of(marked, candidate.begin, candidate.end), marked.paragraph});
  }
  return fragments;
}

}  // namespace backfile
