#include "indexer/cleaning/writers.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace backfile;

using Names = std::vector<std::string>;

TEST_CASE("what programs write where there is nobody names nobody") {
  for (const std::string credit :
       {"admin", "None", "nan", "NaN", "null", "Unknown", "Guest", "N/A", "n/a", "[]", "--", "请联系我们！", "2024"}) {
    CAPTURE(credit);
    CHECK(writers_of(credit, "").empty());
  }
  CHECK(writers_of("Nan", "") == Names{"Nan"});
  CHECK(writers_of_field("Ann Mudlark 2", "") == Names{"Ann Mudlark 2"});
  CHECK(writers_of_field("Ann Lee March 2", "") == Names{"Ann Lee"});
  CHECK(writers_of("Ann Lee 2", "") == Names{"Ann Lee"});
  CHECK(writers_of("Ann Lee March 2", "") == Names{"Ann Lee"});
  CHECK(writers_of("Ann Lee Updated March 6, 2024", "") == Names{"Ann Lee"});
}

TEST_CASE("an agency stands where persons do") {
  CHECK(looks_like_person("Ann Lee"));
  CHECK(looks_like_person("AFP"));
  CHECK(!looks_like_person("Harbour"));
}
