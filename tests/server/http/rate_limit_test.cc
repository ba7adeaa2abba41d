#include "server/http/rate_limit.h"

#include <doctest/doctest.h>

#include <ostream>

using namespace backfile;
using namespace std::chrono_literals;

TEST_CASE("an asker may ask as often as a minute allows, and then waits for the next token") {
  RateLimit::Clock::time_point now{};
  RateLimit limit(6, [&] { return now; });
  for (int i = 0; i < 6; ++i) CHECK(limit.take("a") == 0);
  CHECK(limit.take("a") == 10);
  CHECK(limit.take("b") == 0);
  now += 9s;
  CHECK(limit.take("a") == 1);
  now += 1s;
  CHECK(limit.take("a") == 0);
  CHECK(limit.take("a") == 10);
  now += 1h;
  for (int i = 0; i < 6; ++i) CHECK(limit.take("a") == 0);
  CHECK(limit.take("a") > 0);
}

TEST_CASE("without a limit anyone may ask at any time") {
  RateLimit limit(0);
  for (int i = 0; i < 100'000; ++i) REQUIRE(limit.take("a") == 0);
}

TEST_CASE("a flood of askers takes no more than so much memory, and lets the others ask") {
  RateLimit::Clock::time_point now{};
  RateLimit limit(1, [&] { return now; });
  std::size_t refused = 0;
  for (int i = 0; i < 200'000; ++i) refused += limit.take(std::to_string(i)) != 0;
  CHECK(refused == 0);
  CHECK(limit.take("199999") > 0);
}
