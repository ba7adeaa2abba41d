// How much memory a process has.
#pragma once

#include <cstddef>
#include <fstream>
#include <string>

namespace backfile {

// Kilobytes that are resident now, or were at most ("VmRSS", "VmHWM"); `process` is a pid or "self".
inline std::size_t resident_kilobytes(const std::string& process = "self", const std::string& what = "VmRSS") {
  std::ifstream in("/proc/" + process + "/status");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(what + ":")) return std::stoul(line.substr(what.size() + 1));
  }
  return 0;
}

}  // namespace backfile
