// The sample archive, served.
#pragma once

#include <set>
#include <string>

#include "tests/journey/programs.h"

namespace backfile {

// The sample archive, indexed and served once for all tests.
struct Sample {
  Sample()
      : indexed(index_archive(kSource / "tests/archive", folder.path() / "index")), server(folder.path() / "index") {}

  // The files of all articles that a query finds.
  std::set<std::string> files(const std::string& query, Parameters parameters = {}) {
    parameters.emplace("page_size", "100");
    parameters.emplace("collapse", "none");
    std::set<std::string> found;
    for (const auto& hit : server.hits(query, parameters)) {
      found.insert(server.json("/api/v1/articles/" + hit.at("id").get<std::string>()).at("file"));
    }
    return found;
  }

  TemporaryFolder folder;
  Outcome indexed;
  Server server;
};

inline Sample& sample() {
  static Sample the_sample;
  return the_sample;
}

}  // namespace backfile
