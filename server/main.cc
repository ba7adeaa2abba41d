// backfile-server: answers searches over an index, and serves the pages that ask them.

#include <malloc.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "server/config.h"
#include "server/descriptors.h"
#include "server/http/generation_watcher.h"
#include "server/http/listener.h"
#include "server/http/site.h"
#include "server/search/database_pool.h"
#include "server/search/searcher.h"
#include "server/service_manager.h"
#include "server/signals.h"

namespace {

using namespace backfile;

enum Exit : int { kEnded = 0, kFault = 1, kWrongUse = 2 };

struct Flags {
  std::string config;
  std::string index;
  std::string listen;
  std::string web;
  std::string threads;
  bool check_config = false;
  bool print_config = false;
};

Settings read_settings(const Flags& flags) {
  Settings settings;
  if (!flags.config.empty()) settings.read_file(flags.config);
  settings.read_environment(environment());
  if (!flags.index.empty()) settings.set("index", flags.index);
  if (!flags.listen.empty()) settings.set("server.listen", flags.listen);
  if (!flags.web.empty()) settings.set("server.web", flags.web);
  if (!flags.threads.empty()) settings.set("server.threads", flags.threads);
  return settings;
}

SearchFunctions functions_of(const Searcher& searcher) {
  return {[&](const SearchRequest& request) { return searcher.search(request); },
          [&](const SearchRequest& request) { return searcher.parse(request); },
          [&](const std::string& id, const SearchRequest& request) { return searcher.article(id, request); },
          [&](const std::string& id) { return searcher.copies(id); },
          [&] { return searcher.index_state(); },
          [&] { return searcher.last_run(); },
          [&](const TimelineRequest& request) { return searcher.timeline(request); },
          [&](const TermsRequest& request) { return searcher.terms(request); },
          [&](const SearchRequest& request) { return searcher.find_all(request); },
          [&](const std::vector<std::string>& ids) { return searcher.find_articles(ids); },
          [&](const std::string& id, std::uint32_t most) { return searcher.related(id, most); },
          [&](const std::string& typed, std::size_t most) { return searcher.suggest(typed, most); }};
}

// An arena of memory for each worker would keep what the largest answer took in each of them.
constexpr int kArenas = 2;

int serve(const ServerConfig& config) {
  mallopt(M_ARENA_MAX, kArenas);
  const sigset_t signals = block_signals();
  raise_descriptor_limit();
  ServerState state;
  Log log(std::cerr, {config.log_queries, config.log_addresses, static_cast<double>(config.slow_milliseconds)});
  StaticFiles files = config.web.empty() ? compiled_in_files() : files_of_folder(config.web);

  DatabasePool pool;
  const Searcher searcher(pool, {config.query_time, config.export_time, config.suggest_time});
  GenerationWatcher watcher(IndexFolder(config.index), pool, log);
  const Listener* listening = nullptr;
  const Site site(
      {functions_of(searcher), [&] { return watcher.refused(); }, utc_today, std::move(files), config.access,
       [&] { return listening->load(); }, [&] { return watcher.refusals(); }, config.exports_at_once},
      state, log);

  ListenOptions options;
  options.host = config.host;
  options.port = config.port;
  options.threads = config.threads;
  options.connections_an_address = config.connections_an_address;
  options.proxies = config.access.proxies;
  options.on_trouble = [&](const std::string& trouble) { log.error(trouble); };
  Listener listener(options, [&](const HttpRequest& request) { return site.answer(request); });
  listening = &listener;

  SignalActions actions;
  actions.reload = [&] { watcher.look_now(); };
  actions.end = [&] {
    log.info("the server drains");
    tell_ending();
    state.draining = true;
    listener.stop();
  };
  actions.leave = [&] { log.warning("the server leaves with requests unanswered"); };
  const SignalThread signal_thread(signals, actions);
  log.info("the server listens", {{"address", config.host}, {"port", listener.port()}, {"software", BACKFILE_VERSION}});
  tell_ready();
  const Watchdog watchdog([&](std::chrono::milliseconds longest) { return listener.is_alive(longest); });
  listener.run();
  log.info("the server has ended");
  return kEnded;
}

int run(const Flags& flags) {
  const Settings settings = read_settings(flags);
  if (flags.print_config) {
    std::cout << settings.print() << '\n';
    return kEnded;
  }
  const ServerConfig config = read_server_config(settings);
  if (flags.check_config) {
    std::cout << "the configuration is sound\n";
    return kEnded;
  }
  return serve(config);
}

int failed(int exit, const char* message) {
  std::cerr << "backfile-server: " << message << '\n';
  return exit;
}

int guarded(const Flags& flags) {
  try {
    return run(flags);
  } catch (const SettingsError& error) {
    return failed(kWrongUse, error.what());
  } catch (const std::exception& error) {
    return failed(kFault, error.what());
  }
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Answers full-text searches over a news archive."};
  app.set_version_flag("--version", "backfile-server " BACKFILE_VERSION);
  Flags flags;
  app.add_option("--config", flags.config, "configuration file (config/backfile.json lists all keys)");
  app.add_option("--index", flags.index, "folder of the index");
  app.add_option("--listen", flags.listen, "address and port, like 127.0.0.1:8080");
  app.add_option("--web", flags.web, "folder of the pages, in place of those that come with the program");
  app.add_option("--threads", flags.threads, "requests answered at once");
  app.add_flag("--check-config", flags.check_config, "read the configuration, say whether it is sound");
  app.add_flag("--print-config", flags.print_config, "print every setting in force");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool asked = error.get_exit_code() == 0;  // --help, --version
    app.exit(error);
    return asked ? kEnded : kWrongUse;
  }
  return guarded(flags);
}
