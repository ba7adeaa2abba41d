#include "tests/journey/programs.h"

#include <httplib.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace backfile {
namespace {

// A port that was free a moment ago.
int free_port() {
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

}  // namespace

Process::Process(std::vector<std::string> command, const std::filesystem::path& out, const std::filesystem::path& err) {
  std::vector<char*> arguments;
  for (std::string& part : command) arguments.push_back(part.data());
  arguments.push_back(nullptr);
  std::cout.flush();  // or the child would print it again
  std::fflush(nullptr);
  pid_ = ::fork();
  if (pid_ < 0) throw std::runtime_error("cannot fork");
  if (pid_ == 0) {
    if (!::freopen(out.c_str(), "w", stdout) || !::freopen(err.c_str(), "w", stderr)) ::_exit(126);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
}

Process::~Process() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  wait();
}

// What has been waited for is nobody; -1 would be everybody.
void Process::signal(int number) const {
  if (pid_ > 0) ::kill(pid_, number);
}

int Process::wait() {
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

Outcome run(std::vector<std::string> command) {
  const TemporaryFolder folder;
  Process process(std::move(command), folder.path() / "out", folder.path() / "err");
  const int exit = process.wait();
  return {exit, read_file_text(folder.path() / "out"), read_file_text(folder.path() / "err")};
}

Outcome index_archive(const std::filesystem::path& archive, const std::filesystem::path& index) {
  return run({kIndexer, "index", "--archive", archive.string(), "--index", index.string()});
}

std::map<std::string, std::string> summary(const Outcome& outcome) {
  std::map<std::string, std::string> values;
  std::istringstream words(outcome.out);
  for (std::string word; words >> word;) {
    const std::size_t equals = word.find('=');
    if (equals != std::string::npos) values[word.substr(0, equals)] = word.substr(equals + 1);
  }
  return values;
}

Server::Server(const std::filesystem::path& index, bool wait_until_ready, std::vector<std::string> launcher)
    : port_(free_port()) {
  std::vector<std::string> command = std::move(launcher);
  for (const std::string& part : {kServer, std::string("--index"), index.string(), std::string("--listen"),
                                  "127.0.0.1:" + std::to_string(port_)}) {
    command.push_back(part);
  }
  process_ = std::make_unique<Process>(std::move(command), folder_.path() / "out", folder_.path() / "log");
  const std::string path = wait_until_ready ? "/readyz" : "/healthz";
  if (comes_true([&] { return get(path).status == 200; })) return;
  throw std::runtime_error("the server does not answer: " + read_file_text(folder_.path() / "log"));
}

int Server::connect() const {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port_));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  return socket;
}

HttpAnswer Server::get(const std::string& path, const Parameters& parameters) const {
  httplib::Client client("127.0.0.1", port_);
  client.set_read_timeout(20);
  const auto result = client.Get(path, parameters, httplib::Headers{});
  if (!result) return {0, {}, httplib::to_string(result.error())};
  HttpAnswer answer{result->status, {}, result->body};
  for (const auto& [name, value] : result->headers) answer.headers.emplace(name, value);
  return answer;
}

nlohmann::json Server::json(const std::string& path, const Parameters& parameters) const {
  const HttpAnswer answer = get(path, parameters);
  if (answer.status != 200) throw std::runtime_error(path + ": " + std::to_string(answer.status) + " " + answer.body);
  return nlohmann::json::parse(answer.body);
}

nlohmann::json Server::search(const std::string& query, Parameters parameters) const {
  parameters.emplace("q", query);
  return json("/api/v1/search", parameters);
}

bool comes_true(const std::function<bool()>& condition) {
  for (int tries = 0; tries < 2000; ++tries) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

}  // namespace backfile
