// backfile-indexer: builds the index of an archive, or shows what it makes of single files.

#include <xapian.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "index/article_id.h"
#include "index/article_json.h"
#include "index/index_error.h"
#include "indexer/cleaning/boilerplate_list.h"
#include "indexer/extract.h"
#include "indexer/index_status.h"
#include "indexer/pipeline.h"
#include "indexer/rollback.h"
#include "indexer/run_lock.h"
#include "indexer/scanner.h"
#include "indexer/stop_request.h"
#include "indexer/stop_words.h"
#include "indexer/verify.h"

namespace {

using namespace backfile;

enum Exit : int {
  kPublished = 0,
  kFault = 1,
  kWrongUse = 2,
  kSomeRejected = 3,
  kWriteFailed = 4,
  kIndexDamaged = 5,
  kRefused = 6,
  kLocked = 75
};

enum class Command { index, extract, verify, rollback, status };

struct Flags {
  Command command = Command::index;
  std::string config;
  std::vector<std::string> archives;
  std::string index;
  std::string report;
  RunOptions run;
  bool verbose = false;
  bool check_config = false;
  bool print_config = false;
  bool json = false;
  std::vector<std::string> files;
};

Settings read_settings(const Flags& flags) {
  Settings settings;
  if (!flags.config.empty()) settings.read_file(flags.config);
  settings.read_environment(environment());
  if (!flags.archives.empty()) settings.set_archives(flags.archives);
  if (!flags.index.empty()) settings.set("index", flags.index);
  if (!flags.report.empty()) settings.set("indexer.report", flags.report);
  return settings;
}

int run_index(const IndexerConfig& config, const Flags& flags) {
  if (config.archives.empty())
    throw SettingsError("no archive: give --archive DIR, or 'archives' in the configuration");
  Report report;
  const RunCounts counts = run_pipeline(config, flags.run, report);
  std::cout << summary_line(counts) << std::endl;
  if (!std::cout) throw WriteError("cannot write the summary; the generation is " + counts.generation);
  if (!config.report.empty()) report.write(config.report, counts);
  return counts.rejected == 0 ? kPublished : kSomeRejected;
}

int run_verify(const IndexFolder& index) {
  return verify_index(index, std::cout, std::cerr) ? kPublished : kIndexDamaged;
}

int run_rollback(const IndexFolder& index) {
  std::cout << roll_back(index, std::cerr) << " is the current generation now\n";
  return kPublished;
}

int run_status(const IndexFolder& index, bool json) {
  const IndexStatus status = read_index_status(index);
  json ? write_status_json(status, std::cout) : write_status(status, std::cout);
  return status.current_generation().fault.empty() ? kPublished : kIndexDamaged;
}

int run_command(const IndexerConfig& config, const Flags& flags) {
  if (flags.command == Command::extract) {
    return extract_files(flags.files, config, std::cout) ? kPublished : kSomeRejected;
  }
  if (config.index.empty()) throw SettingsError("no index: give --index DIR, or 'index' in the configuration");
  const IndexFolder index(config.index);
  switch (flags.command) {
    case Command::verify:
      return run_verify(index);
    case Command::rollback:
      return run_rollback(index);
    case Command::status:
      return run_status(index, flags.json);
    default:
      return run_index(config, flags);
  }
}

int run(const Flags& flags) {
  const Settings settings = read_settings(flags);
  if (flags.print_config) {
    std::cout << settings.print() << '\n';
    return 0;
  }
  const IndexerConfig config = read_indexer_config(settings);
  BoilerplateList::parse(config.boilerplate_phrases, config.boilerplate_name);
  parse_stop_words(config.stop_words, config.stop_words_name);
  if (flags.check_config) {
    std::cout << "the configuration is sound\n";
    return 0;
  }
  return run_command(config, flags);
}

int failed(int exit, const std::string& message) {
  std::cerr << "backfile-indexer: " << escaped(message) << '\n';
  return exit;
}

// Every way a run can end, by what it threw.
int guarded(const Flags& flags) {
  try {
    return run(flags);
  } catch (const SettingsError& error) {
    return failed(kWrongUse, error.what());
  } catch (const Stopped& stopped) {
    failed(kFault, stopped.what());
    end_by(stopped.signal());
  } catch (const LockHeld& error) {
    return failed(kLocked, error.what());
  } catch (const ArchiveError& error) {
    return failed(kRefused, error.what());
  } catch (const WriteError& error) {
    return failed(kWriteFailed, error.what());
  } catch (const IndexError& error) {
    return failed(kIndexDamaged, error.what());
  } catch (const std::exception& error) {
    return failed(kFault, error.what());
  } catch (const Xapian::Error& error) {
    return failed(kFault, error.get_description());
  }
}

void add_settings(CLI::App& to, Flags& flags) {
  to.add_option("--config", flags.config, "configuration file (config/backfile.json lists all keys)");
  to.add_flag("--check-config", flags.check_config, "read the configuration, say whether it is sound");
  to.add_flag("--print-config", flags.print_config, "print every setting in force");
}

void add_index_options(CLI::App& to, Flags& flags) {
  add_settings(to, flags);
  to.add_option("--archive", flags.archives, "folder of articles; may be given again")->allow_extra_args(false);
  to.add_option("--index", flags.index, "folder of the index");
  to.add_option("--report", flags.report, "write the run's report, as JSON, to this file");
  to.add_flag("--full", flags.run.full, "read and write everything anew, whatever the last run knew");
  to.add_flag("--dry-run", flags.run.dry_run, "say what would be done, write nothing");
  to.add_flag("--no-delete", flags.run.no_delete, "keep articles that are gone from the archive");
  to.add_flag("--allow-mass-delete", flags.run.allow_mass_delete, "though much of the archive is gone, or has moved");
  to.add_flag("--retry-failed", flags.run.retry_failed, "read files again in which something was rejected");
  auto* quiet = to.add_flag("--quiet", flags.run.quiet, "no progress");
  to.add_flag("--verbose", flags.verbose, "progress even for few articles")->excludes(quiet);
}

void add_commands(CLI::App& app, Flags& flags) {
  const auto add = [&](const char* name, Command command, const char* what) {
    CLI::App* const added = app.add_subcommand(name, what);
    added->callback([&flags, command] { flags.command = command; });
    return added;
  };
  add_index_options(app, flags);
  add_index_options(*add("index", Command::index, "index the archives and publish a generation (the default)"), flags);
  CLI::App* const extract =
      add("extract", Command::extract, "print what the indexer makes of files, one JSON article a line");
  add_settings(*extract, flags);
  extract->add_option("files", flags.files, "files of articles")->required();
  CLI::App* const verify = add("verify", Command::verify, "read every byte of the kept generations and compare");
  CLI::App* const rollback = add("rollback", Command::rollback, "back to the generation before the current one");
  CLI::App* const status = add("status", Command::status, "what stands in the index's folder");
  for (CLI::App* const kept : {verify, rollback, status}) {
    add_settings(*kept, flags);
    kept->add_option("--index", flags.index, "folder of the index");
  }
  status->add_flag("--json", flags.json, "as JSON");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Builds the full-text index of a news archive."};
  app.set_version_flag("--version", "backfile-indexer " BACKFILE_VERSION);
  app.require_subcommand(0, 1);
  Flags flags;
  add_commands(app, flags);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool asked = error.get_exit_code() == 0;  // --help, --version
    app.exit(error);
    return asked ? 0 : kWrongUse;
  }
  listen_for_stop_requests();
  return guarded(flags);
}
