// Files compiled into the programs: the defaults of config/ and the pages of web/, so that neither depends on the
// working directory. Names are relative to their folder, with '/'. The bytes live as long as the program.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace backfile {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

extern const std::span<const EmbeddedFile> kConfigFiles;
extern const std::span<const EmbeddedFile> kWebFiles;

// The text of the file `name`; nothing when the table has no such file.
std::optional<std::string_view> embedded_file(std::span<const EmbeddedFile> table, std::string_view name);

}  // namespace backfile
