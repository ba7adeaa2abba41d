// The stories of an index: list_stories INDEX
//
// One line an article: its identifier (or id), a tab, the id of its story, a tab, its headline. For
// tests/benchmark/score_stories.py.
#include <cstdio>

#include "index/generation.h"
#include "index/stored_fields.h"

using namespace backfile;

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("use: list_stories INDEX\n", stderr);
    return 2;
  }
  const auto generation = Generation::open_current(IndexFolder(argv[1]));
  const Xapian::Database database = generation->open_database();
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
    if (generation->is_withdrawn(*posting)) continue;
    const Article article = decode_article(database.get_document(*posting).get_data());
    const std::string& name = article.identifier.empty() ? article.id : article.identifier;
    std::printf("%s\t%s\t%s\n", name.c_str(), article.story.c_str(), article.headline.c_str());
  }
}
