#include "indexer/readers/feed_reader.h"

#include <vector>

#include "indexer/cleaning/published.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/feed_entry.h"
#include "indexer/readers/feed_status.h"

namespace backfile {
namespace {

constexpr std::size_t kMostHeld = 1000;

class FeedArticles : public XmlArticles {
 public:
  using XmlArticles::XmlArticles;

  XmlTake begins(const XmlNode& element, int depth) override {
    if (depth == 0) head_.take_root(element);
    const bool contains = depth == 0 ? !is_feed_entry(element) : depth == 1 && element.name == "channel";
    if (contains) return XmlTake::enter;
    return element.name == "items" || element.name == "image" || element.name == "textinput" ? XmlTake::skip
                                                                                             : XmlTake::keep;
  }

  void take(XmlNode&& element, int, std::uint64_t line) override {
    if (!is_feed_entry(element)) return head_.take(element);
    if (!is_published_entry(element)) {
      ++passed_over_;
      return;
    }
    if (head_.title.empty() && held_.size() < kMostHeld) {
      held_.push_back({std::move(element), line});
      return;
    }
    give_held();
    give_entry(element, line);
  }

  void finish() override {
    give_held();
    if (passed_over_ == 0) return;
    give(Note{std::to_string(passed_over_) +
              " entries are no published articles: drafts, private posts, pictures, menus, comments"},
         0);
  }

 private:
  struct Held {
    XmlNode entry;
    std::uint64_t line;
  };

  void give_entry(const XmlNode& entry, std::uint64_t line) {
    const auto updated = read_metadata_date(clean_value(updated_of_entry(entry)));
    give(make_article(parts_of_entry(entry, head_), source(), options()), line, updated ? updated->iso : "");
  }

  void give_held() {
    for (const Held& held : held_) give_entry(held.entry, held.line);
    held_.clear();
  }

  FeedHead head_;
  std::vector<Held> held_;
  std::uint64_t passed_over_ = 0;
};

}  // namespace

bool is_feed_root(const XmlNode& root) {
  return root.name == "rss" || root.name == "feed" || root.name == "RDF" || root.name == "channel" ||
         is_feed_entry(root);
}

std::unique_ptr<XmlArticles> make_feed_taker(const SourceFile& source, const ReadOptions& options,
                                             const ItemSink& sink) {
  return std::make_unique<FeedArticles>(source, options, sink);
}

}  // namespace backfile
