// The real programs, as a test runs them: the indexer to its end, the server until the test is over.
#pragma once

#include <httplib.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace backfile {

inline const std::string kIndexer = BACKFILE_BIN_DIR "/backfile-indexer";
inline const std::string kServer = BACKFILE_BIN_DIR "/backfile-server";
inline const std::filesystem::path kSource = BACKFILE_SOURCE_DIR;

// A child process; ended, by its own pid, with the test.
class Process {
 public:
  Process(std::vector<std::string> command, const std::filesystem::path& out, const std::filesystem::path& err) {
    std::vector<char*> arguments;
    for (std::string& part : command) arguments.push_back(part.data());
    arguments.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ < 0) throw std::runtime_error("cannot fork");
    if (pid_ == 0) {
      if (!::freopen(out.c_str(), "w", stdout) || !::freopen(err.c_str(), "w", stderr)) ::_exit(126);
      ::execv(arguments[0], arguments.data());
      ::_exit(127);
    }
  }
  ~Process() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      wait();
    }
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void signal(int number) const { ::kill(pid_, number); }
  // Its exit status, or minus the signal that ended it.
  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  pid_t pid_;
};

struct Outcome {
  int exit = 0;
  std::string out;
  std::string err;
};

inline Outcome run(std::vector<std::string> command) {
  const TemporaryFolder folder;
  Process process(std::move(command), folder.path() / "out", folder.path() / "err");
  Outcome outcome{process.wait(), read_file_text(folder.path() / "out"), read_file_text(folder.path() / "err")};
  return outcome;
}

inline Outcome index_archive(const std::filesystem::path& archive, const std::filesystem::path& index) {
  return run({kIndexer, "index", "--archive", archive.string(), "--index", index.string()});
}

// A port that was free a moment ago.
inline int free_port() {
  const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  ::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address);
  ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length);
  ::close(fd);
  return ntohs(address.sin_port);
}

class Server {
 public:
  explicit Server(const std::filesystem::path& index, bool wait_until_ready = true)
      : port_(free_port()),
        process_(std::make_unique<Process>(std::vector<std::string>{kServer, "--index", index.string(), "--listen",
                                                                    "127.0.0.1:" + std::to_string(port_)},
                                           folder_.path() / "out", folder_.path() / "log")) {
    for (int tries = 0; tries < 1500; ++tries) {
      if (const auto answer = client().Get(wait_until_ready ? "/readyz" : "/healthz"); answer && answer->status == 200) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    throw std::runtime_error("the server does not answer: " + log());
  }

  httplib::Client client() const {
    httplib::Client made("127.0.0.1", port_);
    made.set_read_timeout(20);
    return made;
  }

  // The body of a 200, as JSON.
  nlohmann::json json(const std::string& path, const httplib::Params& parameters = {}) const {
    const auto answer = client().Get(path, parameters, httplib::Headers{});
    if (!answer) throw std::runtime_error("no answer to " + path);
    if (answer->status != 200) throw std::runtime_error(path + ": " + answer->body);
    return nlohmann::json::parse(answer->body);
  }
  nlohmann::json search(const std::string& query, httplib::Params parameters = {}) const {
    parameters.emplace("q", query);
    return json("/api/v1/search", parameters);
  }

  std::string log() const { return read_file_text(folder_.path() / "log"); }
  Process& process() { return *process_; }

 private:
  TemporaryFolder folder_;
  int port_;
  std::unique_ptr<Process> process_;
};

// The files of the hits, in their order.
inline std::vector<std::string> headlines(const nlohmann::json& answer) {
  std::vector<std::string> all;
  for (const auto& hit : answer.at("hits")) all.push_back(hit.at("headline").is_null() ? "" : hit.at("headline"));
  return all;
}

}  // namespace backfile
