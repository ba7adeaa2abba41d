// The real programs, as a test runs them: the indexer to its end, the server until the test is over.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace backfile {

inline const std::string kIndexer = BACKFILE_BIN_DIR "/backfile-indexer";
inline const std::string kServer = BACKFILE_BIN_DIR "/backfile-server";
inline const std::filesystem::path kSource = BACKFILE_SOURCE_DIR;

// A child process; ended, by its own pid, with the test.
class Process {
 public:
  Process(std::vector<std::string> command, const std::filesystem::path& out, const std::filesystem::path& err);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void signal(int number) const;
  int pid() const { return pid_; }
  // Its exit status, or minus the signal that ended it.
  int wait();

 private:
  int pid_;
};

struct Outcome {
  int exit = 0;
  std::string out;
  std::string err;
};

Outcome run(std::vector<std::string> command);
Outcome index_archive(const std::filesystem::path& archive, const std::filesystem::path& index);

// The summary line's values by name.
std::map<std::string, std::string> summary(const Outcome& outcome);

using Parameters = std::multimap<std::string, std::string>;

struct HttpAnswer {
  int status = 0;  // 0: none came
  std::map<std::string, std::string> headers;
  std::string body;
};

// A running server on a free port of 127.0.0.1. Safe for any number of threads but for process().
class Server {
 public:
  // Waits until it is ready, or only until it is alive. `launcher` is a command that is given the server's as
  // arguments.
  explicit Server(const std::filesystem::path& index, bool wait_until_ready = true,
                  std::vector<std::string> launcher = {});

  HttpAnswer get(const std::string& path, const Parameters& parameters = {}) const;
  // The body of a 200, as JSON; throws where it is none.
  nlohmann::json json(const std::string& path, const Parameters& parameters = {}) const;
  nlohmann::json search(const std::string& query, Parameters parameters = {}) const;
  // The hits of a search alone.
  nlohmann::json hits(const std::string& query, Parameters parameters = {}) const {
    return search(query, std::move(parameters)).at("hits");
  }

  Process& process() { return *process_; }
  int port() const { return port_; }
  // A connection that sends nothing; its file descriptor is the caller's to close.
  int connect() const;

 private:
  TemporaryFolder folder_;
  int port_;
  std::unique_ptr<Process> process_;
};

// Asks again every 10 ms, for 20 s at most; did it come true?
bool comes_true(const std::function<bool()>& condition);

}  // namespace backfile
