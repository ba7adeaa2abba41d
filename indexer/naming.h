// Naming: which articles of the archive are in the index, and under which ids.
//
//   one URL          is one article: the state of it that was fetched last, else that was published last, else that
//                    stands last in the archive. An older state is not indexed.
//   but a URL that one file gives to articles of different identifiers and headlines is none of theirs: each identifier
//                    is an article then.
//   one identifier   with the same text is one article; with other text each is one, the second by its place.
//   a withdrawn id   is not indexed.
// A function of the articles and their order.
#pragma once

#include <string>
#include <vector>

#include "indexer/ledger.h"
#include "indexer/withdrawn.h"

namespace backfile {

struct Names {
  std::vector<std::string> ids;  // of each article of the ledger; empty: not in the index
  struct Note {
    std::uint32_t article;
    std::string message;
  };
  std::vector<Note> notes;  // in the order of the articles
};

Names name_articles(const Ledger& ledger, const WithdrawnIds& withdrawn);

}  // namespace backfile
