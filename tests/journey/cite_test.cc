// A search and an article as they are quoted, over HTTP.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/journey/sample.h"

using namespace backfile;

namespace {

// The parameters of an address that has no two of one name, decoded.
Parameters parameters_of(const std::string& address) {
  Parameters parameters;
  std::size_t at = address.find('?');
  while (at != std::string::npos) {
    const std::size_t equals = address.find('=', at);
    const std::size_t end = address.find('&', at + 1);
    std::string value;
    for (std::size_t i = equals + 1; i < std::min(end, address.size()); ++i) {
      const bool escaped = address[i] == '%';
      value += escaped ? static_cast<char>(std::stoi(address.substr(i + 1, 2), nullptr, 16)) : address[i];
      i += escaped ? 2 : 0;
    }
    parameters.emplace(address.substr(at + 1, equals - at - 1), value);
    at = end;
  }
  return parameters;
}

}  // namespace

TEST_CASE("a search is cited with its numbers, and its address finds the same") {
  for (const Parameters& asked :
       {Parameters{{"q", "tug strike"}}, Parameters{{"q", "tug dock"}, {"op", "or"}, {"page", "2"}, {"page_size", "1"}},
        Parameters{{"q", "科技创新"}}, Parameters{{"q", "tug last:9000d"}},
        Parameters{{"q", "\"tug strike\" -bananas"}, {"from", "2000"}, {"collapse", "none"}}, Parameters{}}) {
    const auto cited = sample().server.json("/api/v1/cite", asked);
    const std::string address = cited.at("address");
    CAPTURE(address);
    CHECK(address.starts_with("http://127.0.0.1:" + std::to_string(sample().server.port()) + "/"));
    CHECK(address.find("page") == std::string::npos);
    CHECK(address.find("last") == std::string::npos);
    const auto again = sample().server.json("/api/v1/search", parameters_of(address));
    CHECK(again.at("total") == cited.at("total"));
    CHECK(again.at("stories") == cited.at("stories"));
    CHECK(cited.at("total").get<int>() > 0);
    CHECK(cited.at("text").get<std::string>().find(cited.at("index").at("generation")) != std::string::npos);
    CHECK(cited.at("bibtex").get<std::string>().find(address) != std::string::npos);
  }
  CHECK(sample().server.get("/api/v1/cite", {{"nosuch", "1"}}).status == 400);
}

TEST_CASE("an article is cited with the address of its page here") {
  const auto hit = sample().server.hits("headline:astrolabe stolen", {{"page_size", "1"}}).at(0);
  const std::string id = hit.at("id");
  const auto cited = sample().server.json("/api/v1/articles/" + id + "/cite");
  CHECK(cited.at("id") == id);
  CHECK(cited.at("text").get<std::string>().find(hit.at("headline")) != std::string::npos);
  CHECK(cited.at("address").get<std::string>().ends_with("/article/" + id));
  CHECK(sample().server.get("/article/" + id).status == 200);
  CHECK(sample().server.get("/api/v1/articles/aaaaaaaaaaaaaaaa/cite").status == 404);
}
