// Damage to files, at random places: what disks, copies and hands do to an index.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace backfile {

class RandomDamage {
 public:
  explicit RandomDamage(std::uint64_t seed) : random_(seed) {}

  enum class Kind { flipped_bit, zeroed_block, cut, swapped };
  static constexpr const char* kNames[] = {"flipped bits", "zeroed blocks", "cut files", "swapped files"};

  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

  // Does this kind of damage to one of the files; says which file. Its bytes are others afterwards, always; swapped,
  // those of one of `others`.
  std::filesystem::path damage(const std::vector<std::filesystem::path>& files, Kind kind,
                               const std::vector<std::filesystem::path>& others = {}) {
    while (true) {
      const auto& file = files[below(files.size())];
      const std::string before = read_file_text(file);
      const std::string after =
          kind == Kind::swapped ? read_file_text(others[below(others.size())]) : damaged(before, kind);
      if (after == before) continue;
      std::filesystem::remove(file);  // another file, as a copy is
      std::ofstream(file, std::ios::binary) << after;
      return file;
    }
  }

 private:
  std::string damaged(std::string bytes, Kind kind) {
    if (bytes.empty()) return bytes;
    const std::size_t at = below(bytes.size());
    if (kind == Kind::flipped_bit) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
    if (kind == Kind::zeroed_block) {
      for (std::size_t i = at; i < bytes.size() && i < at + 512; ++i) bytes[i] = '\0';
    }
    if (kind == Kind::cut) bytes.resize(at);
    return bytes;
  }

  std::mt19937_64 random_;
};

}  // namespace backfile
