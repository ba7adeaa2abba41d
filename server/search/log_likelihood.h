// How much more often something stands in one set than in another: Dunning's log-likelihood ratio (Accurate Methods for
// the Statistics of Surprise and Coincidence, Computational Linguistics 19, 1993), as Rayson and Garside compare
// corpora with it (Comparing Corpora using Frequency Profiling, 2000). Unlike a ratio it trusts no small numbers.
#pragma once

#include <cmath>

namespace backfile {

// `a` of `all_a` in the one set, `b` of `all_b` in the other. 0 where it is not more frequent in the first.
inline double log_likelihood(double a, double all_a, double b, double all_b) {
  if (all_a <= 0 || all_b <= 0 || a * all_b <= b * all_a) return 0;
  const double share = (a + b) / (all_a + all_b);
  const auto part = [](double seen, double expected) { return seen > 0 ? seen * std::log(seen / expected) : 0; };
  return 2 * (part(a, all_a * share) + part(b, all_b * share));
}

}  // namespace backfile
