#include "index/segment.h"

#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <stdexcept>

#include "index/index_error.h"
#include "index/surface.h"

namespace backfile {
namespace {

// Adds up how words are written in the databases that become one.
class SurfaceAdder : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string&, std::size_t count, const std::string tags[]) override {
    Surfaces surfaces;
    for (std::size_t i = 0; i < count; ++i) add_surfaces(tags[i], surfaces);
    return write_surfaces(surfaces);
  }
};

// The child writes nothing and ends at once, so that no buffer or handler of the parent runs twice.
bool passes_check(const std::filesystem::path& segment) {
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot start a process to check " + segment.string());
  if (child == 0) {
    int faults = 1;
    try {
      faults = static_cast<int>(Xapian::Database::check(segment.string(), 0, nullptr));
    } catch (...) {
    }
    ::_exit(faults == 0 ? 0 : 1);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

SegmentEntry make_segment(const std::vector<std::filesystem::path>& from, const std::filesystem::path& to) {
  SegmentEntry entry;
  entry.name = to.filename().string();
  Xapian::doccount expected = 0;
  try {
    Xapian::Database database;
    for (const std::filesystem::path& folder : from) database.add_database(Xapian::Database(folder.string()));
    expected = database.get_doccount();
    SurfaceAdder surfaces;
    database.compact(to.string(), Xapian::DBCOMPACT_SINGLE_FILE, 0, surfaces);
  } catch (const Xapian::Error& error) {
    throw WriteError("cannot write the segment " + to.string() + ": " + error.get_description());
  }
  sync_file(to);
  if (!passes_check(to)) throw WriteError("the new segment " + to.string() + " fails Xapian's check");
  try {
    entry.articles = Xapian::Database(to.string()).get_doccount();
  } catch (const Xapian::Error& error) {
    throw WriteError("the new segment " + to.string() + " cannot be read: " + error.get_description());
  }
  if (entry.articles != expected) {
    throw WriteError("the new segment " + to.string() + " holds " + std::to_string(entry.articles) + " articles, not " +
                     std::to_string(expected));
  }
  entry.seal = seal_of(to);
  return entry;
}

}  // namespace backfile
