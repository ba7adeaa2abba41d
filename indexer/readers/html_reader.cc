#include "indexer/readers/html_reader.h"

#include <algorithm>

#include "index/language_tag.h"
#include "indexer/cleaning/byline.h"
#include "indexer/cleaning/page_text.h"
#include "indexer/cleaning/published.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/cleaning/url_date.h"
#include "indexer/html/linked_text.h"
#include "indexer/html/main_text.h"
#include "indexer/html/page_facts.h"
#include "indexer/html/page_headline.h"
#include "indexer/html/page_verdict.h"
#include "indexer/html/visible_facts.h"
#include "indexer/html/writers.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/json_ld.h"
#include "indexer/readers/page_charset.h"

namespace backfile {
namespace {

const BoilerplateList kNoList;

// Puts together what the places of a page say. Metadata before markup before what is seen.
class PageReader {
 public:
  PageReader(const HtmlTree& tree, const PageSource& source, const ReadOptions& options)
      : tree_(tree),
        source_(source),
        options_(options),
        linked_(linked_data_of(tree)),
        head_(facts_of_head(tree)),
        markup_(facts_of_markup(tree)),
        text_(main_text_of(tree, options.boilerplate ? *options.boilerplate : kNoList)) {}

  ReadItem read() {
    article_.file = source_.file;
    take_labels();
    take_headline();
    std::vector<std::string> linked_body = correct_by_linked_text(text_, linked_.body);
    visible_ = visible_facts_of(text_, article_.headline);
    take_byline();
    take_date();
    take_body(std::move(linked_body));
    const PageSigns signs{linked_.is_article || head_.type == "article", linked_.is_free};
    if (auto verdict = verdict_on_page(article_, text_, signs)) return *std::move(verdict);
    if (article_.headline.empty() && article_.body.empty()) {
      return Rejection{Reason::empty, "the page has neither a headline nor a body"};
    }
    complete_article(article_);
    return std::move(article_);
  }

 private:
  static const std::string& first_of(std::initializer_list<const std::string*> values) {
    static const std::string kNone;
    for (const std::string* value : values) {
      if (!value->empty()) return *value;
    }
    return kNone;
  }

  void take_labels() {
    article_.publication = first_of({&head_.publication, &linked_.facts.publication});
    article_.section = first_of({&linked_.facts.section, &head_.section, &markup_.section});
    article_.topics = head_.topics.empty() ? linked_.facts.topics : head_.topics;
    article_.language = language_tag(first_of({&head_.language, &linked_.facts.language}));
    for (const std::string* url : {&head_.url, &source_.url, &linked_.facts.url}) {
      if (article_.url.empty() && (url->starts_with("http://") || url->starts_with("https://"))) article_.url = *url;
    }
  }

  void take_headline() {
    HeadlineSources sources;
    sources.headings = first_headings_of(tree_);
    for (const PageFacts* facts : {&linked_.facts, &head_, &markup_}) {
      sources.metadata.insert(sources.metadata.end(), facts->headlines.begin(), facts->headlines.end());
    }
    sources.title = title_of(tree_);
    sources.publication = article_.publication;
    article_.headline = choose_headline(sources);
    if (article_.headline.empty()) return;
    const bool heading_alone = sources.metadata.empty() && sources.title.empty();
    article_.headline_from = heading_alone ? HeadlineFrom::text : HeadlineFrom::metadata;
  }

  void take_byline() {
    for (const PageFacts* facts : {&linked_.facts, &head_, &markup_}) {
      if (article_.byline.empty()) add_credits(facts->credits, article_.publication);
    }
    if (article_.byline.empty()) article_.byline = visible_.names;
    for (const PageFacts* facts : {&linked_.facts, &head_}) {
      if (article_.byline.empty())
        add_credits(facts->credits, "");  // the publication itself, where there is nobody else
    }
  }

  void add_credits(const std::vector<std::string>& credits, std::string_view publication) {
    for (const std::string& credit : credits) {
      add_names(writers_of(credit, publication), article_.byline);
    }
  }

  // What is known of the date, surest first; each is taken only where there is none yet.
  void take_date() {
    for (const std::string* written : {&linked_.facts.published, &head_.published, &markup_.published}) {
      if (!written->empty()) take_written(*written, PublishedFrom::metadata);
    }
    if (!visible_.published.empty()) take_written(visible_.published, PublishedFrom::text);
    if (const auto date = date_of_url(article_.url)) {
      take_published(article_, date, date->iso, PublishedFrom::url, options_.now);
    }
    if (!visible_.updated.empty()) take_written(visible_.updated, PublishedFrom::text);
  }

  void take_written(const std::string& written, PublishedFrom from) {
    take_published(article_, read_metadata_date(written), written, from, options_.now);
  }

  // The text's own head is read as that of a copied page (page_text.h): Highlights, dateline, byline, signature.
  void take_body(std::vector<std::string> linked_body) {
    if (!linked_body.empty()) std::ranges::fill(text_.roles, BlockRole::boilerplate);
    std::string text;
    for (const std::string& paragraph : linked_body) text += paragraph + "\n\n";
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
      if (text_.roles[i] == BlockRole::body) text += paragraph_of(text_.blocks[i]) + "\n\n";
    }
    const PageRules rules = page_rules(options_, {{}, source_.file, source_.folder}, article_, false);
    read_page_text(text, {kNoList, rules.now, false, rules.learned, rules.lines}, article_);
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
      const bool known = text_.roles[i] == BlockRole::body || text_.blocks[i].text == article_.headline;
      if (!known) article_.boilerplate.push_back(text_.blocks[i].text);
    }
  }

  const HtmlTree& tree_;
  const PageSource& source_;
  const ReadOptions& options_;
  const LinkedData linked_;
  const PageFacts head_;
  const PageFacts markup_;
  MainText text_;
  VisibleFacts visible_;
  Article article_;
};

}  // namespace

ReadItem read_html_page(std::string_view page, const PageSource& source, const ReadOptions& options) {
  const HtmlTree tree = HtmlTree::parse(page);
  return PageReader(tree, source, options).read();
}

void read_html(ByteStream& stream, const SourceFile& source, const ReadOptions& options, const ItemSink& sink) {
  const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(options.max_article_bytes, kLargestText));
  const std::optional<std::string> bytes = stream.read_all(most);
  if (stream.fault()) return sink(*stream.fault(), {0, 0});
  if (!bytes) return sink(Rejection{Reason::too_large, "more than " + std::to_string(most) + " bytes"}, {0, 0});
  sink(read_html_page(to_utf8(*bytes, charset_in_page(*bytes)), {"", source.file, source.folder}, options), {0, 0});
}

}  // namespace backfile
