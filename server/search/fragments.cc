#include "server/search/fragments.h"

#include <algorithm>

#include "server/search/sentence.h"

namespace backfile {
namespace {

// Bytes. Scripts of three bytes a character say as much in fewer.
constexpr std::size_t kShort = 110;    // a shorter sentence takes the next one with it
constexpr std::size_t kLongest = 320;  // a longer sentence is cut
constexpr std::size_t kLead = 90;      // of a cut sentence, before its first match
constexpr std::size_t kLine = 60;      // less is hardly a sentence
constexpr std::size_t kJoined = 480;   // neighbouring pieces are no longer together

struct Candidate {
  std::size_t text = 0;  // number of the MarkedText
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint64_t clauses = 0;  // one bit each; clauses beyond 63 share the last
  std::size_t matches = 0;
};

std::uint64_t clause_bit(const Match& match) { return std::uint64_t{1} << std::min<std::uint32_t>(match.clause, 63); }

struct Bounds {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

// Takes whole sentences behind a short piece with it, or, where the text ends, before it; none from before `from`.
void lengthen(std::string_view text, std::size_t from, Bounds& bounds) {
  while (bounds.size() < kShort && bounds.end < text.size()) {
    const std::size_t longer = sentence_end(text, skip_space(text, bounds.end), bounds.begin + kLongest + 1);
    if (longer - bounds.begin > kLongest) break;
    bounds.end = longer;
  }
  while (bounds.size() < kShort && bounds.begin > from) {
    const std::size_t last = trim_space(text, bounds.begin);
    const std::size_t least = std::max(from, bounds.end > kLongest ? bounds.end - kLongest : 0);
    if (last <= least) break;
    const std::size_t begin = sentence_begin(text, last - 1, least);
    if (begin == least && least > from) break;  // its beginning is farther away
    bounds.begin = begin;
  }
}

// The piece around a match: its sentence, lengthened where short, cut at words where long.
Bounds bounds_around(std::string_view text, std::size_t from, const Match& match) {
  const std::size_t earliest = std::max(from, match.begin > kLongest ? match.begin - kLongest : 0);
  Bounds bounds{sentence_begin(text, match.begin, earliest), sentence_end(text, match.end, match.end + kLongest)};
  if (bounds.size() > kLongest) {
    if (match.begin - bounds.begin > kLead) {
      bounds.begin = skip_space(text, cut_before(text, match.begin - kLead, bounds.begin));
    }
    if (bounds.size() > kLongest) {
      bounds.end = std::max<std::size_t>(match.end, cut_before(text, bounds.begin + kLongest, bounds.begin));
    }
  }
  lengthen(text, from, bounds);
  return {std::min<std::size_t>(skip_space(text, bounds.begin), match.begin), trim_space(text, bounds.end)};
}

void candidates_of(const std::vector<MarkedText>& texts, std::size_t number, std::vector<Candidate>& candidates) {
  const MarkedText& marked = texts[number];
  std::size_t from = 0;
  for (std::size_t i = 0; i < marked.matches.size();) {
    const Bounds bounds = bounds_around(marked.text, from, marked.matches[i]);
    Candidate candidate{number, bounds.begin, bounds.end};
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

// A heading or a row of a table rather than a sentence.
bool is_line(const Candidate& candidate) { return candidate.end - candidate.begin < kLine; }

// Takes the best candidate off the list: most clauses not yet shown, then most clauses, then sentences before lines,
// then most matches, then first.
Candidate take_best(std::vector<Candidate>& candidates, std::uint64_t shown) {
  const auto better = [shown](const Candidate& a, const Candidate& b) {
    const int fresh_a = count_bits(a.clauses & ~shown);
    const int fresh_b = count_bits(b.clauses & ~shown);
    if (fresh_a != fresh_b) return fresh_a > fresh_b;
    if (count_bits(a.clauses) != count_bits(b.clauses)) return count_bits(a.clauses) > count_bits(b.clauses);
    if (is_line(a) != is_line(b)) return is_line(b);
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

// The first paragraph of the body that is no mere line, or the first text there is.
std::vector<Fragment> opening(const std::vector<MarkedText>& texts) {
  const auto in_body = [](const MarkedText& text) { return text.paragraph >= 0 && !text.text.empty(); };
  auto first =
      std::ranges::find_if(texts, [&](const MarkedText& text) { return in_body(text) && text.text.size() >= kLine; });
  if (first == texts.end()) first = std::ranges::find_if(texts, in_body);
  if (first == texts.end()) first = texts.begin();
  if (first == texts.end() || first->text.empty()) return {};
  const Bounds bounds = bounds_around(first->text, 0, Match{});
  return {{runs_of(*first, bounds.begin, bounds.end), first->paragraph}};
}

// In the order of the text; pieces with nothing but space between them as one.
std::vector<Candidate> joined(std::vector<Candidate> chosen, const std::vector<MarkedText>& texts) {
  std::ranges::sort(chosen, {}, [](const Candidate& c) { return std::pair(c.text, c.begin); });
  std::vector<Candidate> whole;
  for (const Candidate& next : chosen) {
    const bool neighbours = !whole.empty() && whole.back().text == next.text &&
                            next.begin <= skip_space(texts[next.text].text, whole.back().end) &&
                            next.end - whole.back().begin <= kJoined;
    if (neighbours) {
      whole.back().end = next.end;
    } else {
      whole.push_back(next);
    }
  }
  return whole;
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
  std::vector<Candidate> whole;
  std::uint64_t shown = 0;
  while (!candidates.empty() && whole.size() < most) {
    chosen.push_back(take_best(candidates, shown));
    shown |= chosen.back().clauses;
    whole = joined(chosen, texts);
  }
  std::vector<Fragment> fragments;
  for (const Candidate& candidate : whole) {
    const MarkedText& marked = texts[candidate.text];
    fragments.push_back({runs_of(marked, candidate.begin, candidate.end), marked.paragraph});
  }
  return fragments;
}

}  // namespace backfile
