// The systemd units that the package installs: they parse, and they are closed to what the programs do not need.
#include <doctest/doctest.h>

#include <sys/wait.h>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/support/temporary_folder.h"

using namespace backfile;
namespace fs = std::filesystem;

namespace {

const fs::path kUnits = fs::path(BACKFILE_SOURCE_DIR) / "config/systemd";

struct Said {
  int exit = -1;
  std::string text;  // on both outputs
};

Said shell(const std::string& command) {
  Said said;
  std::FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
  if (!pipe) return said;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    said.text.append(buffer.data(), got);
  }
  const int status = ::pclose(pipe);
  if (WIFEXITED(status)) said.exit = WEXITSTATUS(status);
  return said;
}

bool has_systemd_analyze() {
  if (shell("command -v systemd-analyze").exit == 0) return true;
  MESSAGE("skipped: there is no systemd-analyze on this machine");
  return false;
}

// A copy of the units that starts a program which is there, for verify looks for it.
void copy_units(const TemporaryFolder& folder) {
  for (const auto& entry : fs::directory_iterator(kUnits)) {
    std::istringstream unit(read_file_text(entry.path()));
    std::string text;
    for (std::string line; std::getline(unit, line);) {
      text += (line.starts_with("ExecStart=/usr/bin/backfile-") ? "ExecStart=/bin/true" : line) + "\n";
    }
    folder.write(entry.path().filename().string(), text);
  }
}

}  // namespace

TEST_CASE("systemd takes every unit without a word") {
  if (!has_systemd_analyze()) return;
  const TemporaryFolder folder;
  copy_units(folder);
  const Said said = shell("cd " + folder.path().string() + " && systemd-analyze verify --man=no *.service *.timer");
  CHECK(said.exit == 0);
  CHECK(said.text == "");
}

TEST_CASE("a service is exposed less than 2 of 10, as systemd counts") {
  if (!has_systemd_analyze()) return;
  int services = 0;
  for (const auto& entry : fs::directory_iterator(kUnits)) {
    if (entry.path().extension() != ".service") continue;
    ++services;
    CAPTURE(entry.path().string());
    const Said said =
        shell("systemd-analyze security --no-pager --offline=true --threshold=20 " + entry.path().string());
    CAPTURE(said.text);
    CHECK(said.exit == 0);
  }
  CHECK(services == 2);
}
