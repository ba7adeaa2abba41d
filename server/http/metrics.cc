#include "server/http/metrics.h"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace backfile {
namespace {

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", value);
  return text;
}

std::string head(const std::string& name, const char* type, const char* help) {
  return "# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
}

std::string one(const std::string& name, const char* type, const char* help, double value) {
  return head(name, type, help) + name + " " + number(value) + "\n";
}

double resident_bytes() {
  std::ifstream in("/proc/self/statm");
  double size = 0, resident = 0;
  in >> size >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double open_descriptors() {
  std::error_code ignored;
  const std::filesystem::directory_iterator all("/proc/self/fd", ignored);
  return static_cast<double>(std::distance(all, {}));
}

std::string load_text(const ListenerLoad& load) {
  const auto count = [](auto value) { return static_cast<double>(value); };
  return one("backfile_connections", "gauge", "Connections that are open.", count(load.connections)) +
         one("backfile_queue_length", "gauge", "Requests that wait for a worker.", count(load.waiting)) +
         one("backfile_requests_at_work", "gauge", "Requests that a worker has.", count(load.at_work)) +
         one("backfile_connections_accepted_total", "counter", "Connections accepted.", count(load.accepted)) +
         one("backfile_connections_evicted_total", "counter", "Connections closed to make room.", count(load.evicted)) +
         one("backfile_answers_cut_total", "counter", "Answers that were not taken in time.", count(load.cut)) +
         one("backfile_accept_failures_total", "counter", "Attempts to accept that failed.", count(load.failed));
}

std::string index_text(const Gauges& gauges) {
  const IndexState index = gauges.index.value_or(IndexState{});
  std::string text = head("backfile_generation_info", "gauge", "The generation that is served.");
  if (gauges.index) {
    text += "backfile_generation_info{generation=\"" + index.generation + "\",built_at=\"" + index.built_at + "\"} 1\n";
  }
  return text + one("backfile_articles", "gauge", "Articles of the generation.", static_cast<double>(index.articles)) +
         one("backfile_generations_refused", "gauge", "Published generations that are not served.",
             static_cast<double>(gauges.refused_now)) +
         one("backfile_generations_refused_total", "counter", "How often a generation was refused.",
             static_cast<double>(gauges.refused_in_all)) +
         one("backfile_draining", "gauge", "1 while the server ends.", gauges.draining ? 1 : 0);
}

}  // namespace

void Histogram::add(double seconds) {
  std::size_t bucket = 0;
  while (bucket < kBounds.size() && seconds > kBounds[bucket]) ++bucket;
  ++counts_[bucket];
  sum_ += seconds;
}

std::string Histogram::text(const std::string& name, const std::string& labels) const {
  const std::string before = labels.empty() ? "{" : "{" + labels + ",";
  const std::string alone = labels.empty() ? "" : "{" + labels + "}";
  std::string text;
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    count += counts_[i];
    const std::string bound = i < kBounds.size() ? number(kBounds[i]) : "+Inf";
    text += name + "_bucket" + before + "le=\"" + bound + "\"} " + std::to_string(count) + "\n";
  }
  return text + name + "_sum" + alone + " " + number(sum_) + "\n" + name + "_count" + alone + " " +
         std::to_string(count) + "\n";
}

void Metrics::count_request(std::string_view route, int status, double seconds) {
  const std::scoped_lock lock(mutex_);
  ++requests_[{std::string(route), status}];
  request_times_[std::string(route)].add(seconds);
}

void Metrics::count_query(double seconds, bool partial) {
  const std::scoped_lock lock(mutex_);
  query_times_.add(seconds);
  if (partial) ++partial_;
}

std::string Metrics::text(const Gauges& gauges) const {
  std::string text = head("backfile_info", "gauge", "The program.") +
                     "backfile_info{version=\"" BACKFILE_VERSION "\"} 1\n" + index_text(gauges) +
                     load_text(gauges.load) +
                     one("process_resident_memory_bytes", "gauge", "Resident memory.", resident_bytes()) +
                     one("process_open_fds", "gauge", "Open file descriptors.", open_descriptors());
  const std::scoped_lock lock(mutex_);
  text += head("backfile_requests_total", "counter", "Requests answered, by route and status.");
  for (const auto& [key, count] : requests_) {
    text += "backfile_requests_total{route=\"" + key.first + "\",status=\"" + std::to_string(key.second) + "\"} " +
            std::to_string(count) + "\n";
  }
  text += head("backfile_request_seconds", "histogram", "Time to make an answer, by route.");
  for (const auto& [route, times] : request_times_) {
    text += times.text("backfile_request_seconds", "route=\"" + route + "\"");
  }
  text += head("backfile_query_seconds", "histogram", "Time that searches took.");
  text += query_times_.text("backfile_query_seconds", "");
  return text + one("backfile_queries_partial_total", "counter", "Searches cut by their deadline.",
                    static_cast<double>(partial_));
}

}  // namespace backfile
