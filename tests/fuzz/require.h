// What a fuzz target demands of the code: where it does not hold, the process ends, and the fuzzer keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace backfile {

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace backfile
