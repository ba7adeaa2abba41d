#include "indexer/folder_site.h"

#include <algorithm>

namespace backfile {
namespace {

// "2025", "03", "2025-03-01", "20250301"
bool is_date_folder(std::string_view name) {
  const bool digits = std::ranges::all_of(name, [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == '_'; });
  const bool of_century = name.starts_with("18") || name.starts_with("19") || name.starts_with("20");
  return digits && !name.empty() && (name.size() <= 2 || (name.size() >= 4 && of_century));
}

}  // namespace

std::string folder_site(std::string_view archive, std::string_view file) {
  std::string_view folder = file.substr(0, file.rfind('/') + 1);
  while (!folder.empty()) {
    const std::string_view above = folder.substr(0, folder.substr(0, folder.size() - 1).rfind('/') + 1);
    const std::string_view name = folder.substr(above.size(), folder.size() - above.size() - 1);
    if (!is_date_folder(name)) break;
    folder = above;
  }
  return std::string(archive).append("/").append(folder);
}

}  // namespace backfile
