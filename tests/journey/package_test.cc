// What the package installs is what the programs take.
#include <doctest/doctest.h>

#include "tests/journey/programs.h"

using namespace backfile;

TEST_CASE("the configuration of the package is sound for both programs") {
  const std::string config = (kSource / "config/package/backfile.json").string();
  for (const std::string& program : {kIndexer, kServer}) {
    CAPTURE(program);
    const Outcome outcome = run({program, "--check-config", "--config", config});
    CHECK(outcome.exit == 0);
    CHECK(outcome.err.empty());
    const Outcome printed = run({program, "--print-config", "--config", config});
    CHECK(printed.out.find("\"index\": \"/var/lib/backfile\"") != std::string::npos);
  }
}

TEST_CASE("the commands of the units are taken by the programs") {
  const std::string config = (kSource / "config/package/backfile.json").string();
  CHECK(run({kIndexer, "index", "--config", config, "--quiet", "--check-config"}).exit == 0);
  CHECK(run({kServer, "--config", config, "--check-config"}).exit == 0);
}
