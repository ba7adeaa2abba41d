#include "index/embedded.h"

namespace backfile {

std::optional<std::string_view> embedded_file(std::span<const EmbeddedFile> table, std::string_view name) {
  for (const EmbeddedFile& file : table) {
    if (file.name == name) return file.text;
  }
  return std::nullopt;
}

}  // namespace backfile
