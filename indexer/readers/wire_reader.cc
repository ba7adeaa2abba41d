#include "indexer/readers/wire_reader.h"

#include "indexer/cleaning/published.h"
#include "indexer/readers/newsml_article.h"
#include "indexer/readers/nitf_article.h"

namespace backfile {
namespace {

class WireArticles : public XmlArticles {
 public:
  using XmlArticles::XmlArticles;

  XmlTake begins(const XmlNode& element, int) override {
    if (element.name == "newsMessage" || element.name == "itemSet") return XmlTake::enter;
    if (element.name == "newsItem" || element.name == "nitf") return XmlTake::keep;
    if (element.name.ends_with("Item")) ++passed_over_;
    return XmlTake::skip;
  }

  void take(XmlNode&& element, int, std::uint64_t line) override {
    if (element.name == "nitf" && is_withdrawn_nitf(element)) {
      ++passed_over_;
    } else if (element.name == "nitf") {
      give(make_article(parts_of_nitf(element), source(), options()), line);
    } else if (const auto parts = parts_of_news_item(element)) {
      const auto version = read_metadata_date(version_of_news_item(element));
      give(make_article(*parts, source(), options()), line, version ? version->iso : "");
    } else {
      ++passed_over_;
    }
  }

  void finish() override {
    if (passed_over_ == 0) return;
    give(Note{std::to_string(passed_over_) + " items are no articles: packages, pictures, withdrawn items"}, 0);
  }

 private:
  std::uint64_t passed_over_ = 0;
};

}  // namespace

bool is_wire_root(const XmlNode& root) {
  return root.name == "nitf" || root.name == "newsMessage" || root.name == "newsItem" || root.name == "packageItem";
}

std::unique_ptr<XmlArticles> make_wire_taker(const SourceFile& source, const ReadOptions& options,
                                             const ItemSink& sink) {
  return std::make_unique<WireArticles>(source, options, sink);
}

}  // namespace backfile
