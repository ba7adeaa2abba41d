// The files of the web pages, held in memory: read once at start, so that a request never meets the file system.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace backfile {

struct StaticFile {
  std::string content_type;
  std::string etag;
  std::string text;
};

// By name relative to their folder, with '/': "css/theme.css".
using StaticFiles = std::map<std::string, StaticFile>;

// Those that come with the program.
StaticFiles compiled_in_files();

// Every regular file below a folder. Symbolic links are not followed, hidden files and folders not taken. Throws
// SettingsError where the folder cannot be read or has no index.html.
StaticFiles files_of_folder(const std::filesystem::path& folder);

}  // namespace backfile
