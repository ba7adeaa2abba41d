#include "server/http/static_files.h"

#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "index/embedded.h"
#include "index/settings.h"
#include "server/http/etag.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

constexpr std::pair<std::string_view, std::string_view> kContentTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
};

std::string content_type_of(std::string_view name) {
  for (const auto& [ending, type] : kContentTypes) {
    if (name.ends_with(ending)) return std::string(type);
  }
  return "application/octet-stream";
}

void add(StaticFiles& files, std::string name, std::string text) {
  StaticFile file{content_type_of(name), content_etag(text), std::move(text)};
  files.insert_or_assign(std::move(name), std::move(file));
}

}  // namespace

StaticFiles compiled_in_files() {
  StaticFiles files;
  for (const EmbeddedFile& file : kWebFiles) add(files, std::string(file.name), std::string(file.text));
  return files;
}

StaticFiles files_of_folder(const fs::path& folder) try {
  StaticFiles files;
  for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::recursive_directory_iterator(); ++entry) {
    const bool is_folder = fs::is_directory(entry->symlink_status());
    if (entry->path().filename().string().starts_with('.')) {
      if (is_folder) entry.disable_recursion_pending();
      continue;
    }
    if (is_folder || !fs::is_regular_file(entry->symlink_status())) continue;
    std::ifstream in(entry->path(), std::ios::binary);
    if (!in) throw SettingsError("'server.web': cannot read " + entry->path().string());
    add(files, entry->path().lexically_relative(folder).generic_string(), {std::istreambuf_iterator<char>(in), {}});
  }
  if (!files.contains("index.html")) {
    throw SettingsError("'server.web': there is no index.html in " + folder.string());
  }
  return files;
} catch (const fs::filesystem_error& error) {
  throw SettingsError(std::string("'server.web': ") + error.what());
}

}  // namespace backfile
