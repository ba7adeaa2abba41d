// A lexicon of given terms, in a folder of its own that goes with it.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "index/lexicon.h"
#include "tests/support/temporary_folder.h"

namespace backfile {

struct LexiconFile {
  explicit LexiconFile(std::vector<TermCount> terms, const std::vector<std::string>& languages = {"en"})
      : lexicon(folder.write("lexicon", made(std::move(terms), languages))) {}

  static std::string made(std::vector<TermCount> terms, const std::vector<std::string>& languages) {
    std::ranges::sort(terms, {}, &TermCount::term);
    return build_lexicon(terms, languages);
  }

  TemporaryFolder folder;
  Lexicon lexicon;
};

}  // namespace backfile
