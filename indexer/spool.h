// The spool: the articles that a run has read, on disk until what the whole archive says of them is known.
//
// A file of encoded articles (index/stored_fields.h), each behind its size. Written by one thread; once it is written,
// any number of threads may read it. Throws WriteError where the disk fails.
#pragma once

#include <cstdint>
#include <filesystem>

#include "index/article.h"

namespace backfile {

class Spool {
 public:
  // Makes the file and its folder anew.
  explicit Spool(const std::filesystem::path& file);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  // Where it stands from now on.
  std::uint64_t add(const Article& article);
  Article read(std::uint64_t at) const;
  // Puts what was added where read() finds it.
  void flush();

 private:
  std::filesystem::path file_;
  int descriptor_ = -1;
  std::string unwritten_;
  std::uint64_t written_ = 0;
};

}  // namespace backfile
