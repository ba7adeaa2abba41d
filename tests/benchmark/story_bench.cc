// The time that finding stories takes: story_bench INDEX
//
// Reads the articles of an index and prints the processor time, in seconds, of their sketches and of grouping them:
// what stories add to a full run over the same articles.
#include <cstdio>
#include <ctime>
#include <vector>

#include "index/generation.h"
#include "index/stored_fields.h"
#include "indexer/syndication/stories.h"

using namespace backfile;

namespace {

double seconds_of(std::clock_t from) { return static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("use: story_bench INDEX\n", stderr);
    return 2;
  }
  const auto generation = Generation::open_current(IndexFolder(argv[1]));
  const Xapian::Database database = generation->open_database();
  std::vector<StorySketch> sketches;
  double sketching = 0;
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
    const Article article = decode_article(database.get_document(*posting).get_data());
    const std::clock_t begin = std::clock();
    sketches.push_back(make_story_sketch(article));
    sketching += seconds_of(begin);
  }
  std::vector<const StorySketch*> pointers;
  for (const StorySketch& sketch : sketches) pointers.push_back(&sketch);
  const std::clock_t begin = std::clock();
  group_stories(pointers);
  std::printf("%zu articles: sketches %.1f s, grouping %.1f s\n", sketches.size(), sketching, seconds_of(begin));
}
