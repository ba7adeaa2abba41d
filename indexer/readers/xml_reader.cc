#include "indexer/readers/xml_reader.h"

#include <algorithm>

#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/feed_reader.h"
#include "indexer/readers/page_charset.h"
#include "indexer/readers/utf8_source.h"
#include "indexer/readers/wire_reader.h"
#include "indexer/readers/xml/xml_taker.h"

namespace backfile {
namespace {

// Gives the document to the taker of its kind.
class ByRoot : public XmlTaker {
 public:
  ByRoot(const SourceFile& source, const ReadOptions& options, const ItemSink& sink)
      : source_(source), options_(options), sink_(sink) {}

  XmlTake begins(const XmlNode& element, int depth) override {
    if (depth == 0) choose(element);
    return taker_ ? taker_->begins(element, depth) : XmlTake::skip;
  }
  void take(XmlNode&& element, int depth, std::uint64_t line) override {
    if (taker_) taker_->take(std::move(element), depth, line);
  }
  void too_large(const XmlNode& beginning, int depth, std::uint64_t line) override {
    if (taker_) taker_->too_large(beginning, depth, line);
  }

  void finish(const XmlEnd& end) {
    if (taker_) taker_->finish();
    const std::uint64_t count = taker_ ? taker_->count() : 0;
    if (end.fault) return sink_(*end.fault, {count, end.line, {}});
    if (!taker_) return sink_(Rejection{Reason::format_not_read, message_of_root()}, {});
    if (count == 0) sink_(Rejection{Reason::empty, "the <" + root_ + "> holds no article"}, {});
    if (!end.complaint.empty()) {
      sink_(Note{"not well-formed XML, read as far as it can be understood: " + end.complaint}, {count, 0, {}});
    }
  }

 private:
  void choose(const XmlNode& root) {
    root_ = clean_value(root.name).substr(0, 60);
    if (is_feed_root(root)) taker_ = make_feed_taker(source_, options_, sink_);
    if (is_wire_root(root)) taker_ = make_wire_taker(source_, options_, sink_);
  }

  std::string message_of_root() const {
    if (root_ == "urlset" || root_ == "sitemapindex") return "found a sitemap: it lists addresses, and holds no text";
    return "found XML with the root element <" + root_ + ">; read are RSS, Atom, NITF and NewsML-G2";
  }

  const SourceFile& source_;
  const ReadOptions& options_;
  const ItemSink& sink_;
  std::string root_;
  std::unique_ptr<XmlArticles> taker_;
};

}  // namespace

void read_xml(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  const bool whole = stream.head().size() < ByteStream::kHeadBytes;
  const std::string charset = tell_charset(stream.head(), whole, charset_in_page(stream.head()));
  ByteStream text = as_utf8(std::move(stream), charset);
  ByRoot by_root(source, options, sink);
  const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(options.max_article_bytes, kLargestText));
  by_root.finish(read_xml_stream(text, most, by_root));
}

}  // namespace backfile
