#include "indexer/readers/html_reader.h"

#include <algorithm>
#include <array>

#include "index/fold.h"
#include "index/language_tag.h"
#include "indexer/cleaning/byline.h"
#include "indexer/cleaning/date_order.h"
#include "indexer/cleaning/page_text.h"
#include "indexer/cleaning/published.h"
#include "indexer/cleaning/summary.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/cleaning/url_date.h"
#include "indexer/cleaning/url_host.h"
#include "indexer/cleaning/writers.h"
#include "indexer/html/article_region.h"
#include "indexer/html/linked_text.h"
#include "indexer/html/main_text.h"
#include "indexer/html/markup_credits.h"
#include "indexer/html/markup_dates.h"
#include "indexer/html/page_facts.h"
#include "indexer/html/page_headline.h"
#include "indexer/html/page_verdict.h"
#include "indexer/html/site_name.h"
#include "indexer/html/standfirst.h"
#include "indexer/html/visible_facts.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/json_ld.h"
#include "indexer/readers/page_charset.h"
#include "indexer/readers/page_dates.h"
#include "indexer/readers/page_state.h"

namespace backfile {
namespace {

const BoilerplateList kNoList;

constexpr std::size_t kLongestHeadline = 2000;   // bytes
constexpr std::size_t kBytesOfBeginning = 1000;  // of the text, which the headline is held against

std::string without_the(std::string folded) {
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return folded;
}

// Puts together what the places of a page say. Metadata before markup before what is seen.
class PageReader {
 public:
  PageReader(const HtmlTree& tree, const PageSource& source, const ReadOptions& options)
      : tree_(tree),
        source_(source),
        options_(options),
        title_(title_of(tree)),
        head_(facts_of_head(tree)),
        markup_(facts_of_markup(tree)),
        headings_(headings_of(tree)),
        linked_(linked_data_of(tree, names_of_article())),
        text_(main_text_of(tree, options.boilerplate ? *options.boilerplate : kNoList)) {}

  ReadItem read() {
    article_.file = source_.file;
    take_labels();
    take_headline();
    begin_behind_headline(text_, article_.headline);
    std::vector<std::string> linked_body = correct_by_linked_text(text_, body_in_scripts());
    region_ = region_of_article(tree_, text_, article_.headline);
    order_ = date_order();
    visible_ = visible_facts_of(tree_, text_, region_, order_);
    take_byline();
    const auto [surer, other] = told_facts();
    take_page_date(article_, {*surer, *other, dates_of_markup(tree_, region_), visible_}, order_, options_.now);
    take_standfirst();
    take_body(std::move(linked_body));
    if (article_.published_rejected.empty()) {
      take_day(article_, month_of_url(article_.url), PublishedFrom::url, options_.now);
    }
    const PageSigns signs{linked_.is_article || head_.type == "article", linked_.is_free, has_frames(tree_), title_};
    if (auto verdict = verdict_on_page(article_, text_, signs)) return *std::move(verdict);
    if (article_.headline.empty() && article_.body.empty()) {
      return Rejection{Reason::empty, "the page has neither a headline nor a body"};
    }
    complete_article(article_, options_.now);
    return std::move(article_);
  }

 private:
  ArticleNames names_of_article() const {
    ArticleNames names{headings_.first, {head_.url, source_.url}};
    names.headlines.insert(names.headlines.end(), head_.headlines.begin(), head_.headlines.end());
    names.headlines.push_back(title_);
    return names;
  }

  static bool is_too_long(const std::string& headline) { return headline.size() > kLongestHeadline; }

  // As JSON-LD has it; where the page itself has no text either, as its program would show it.
  std::string body_in_scripts() const {
    const bool has_text = std::ranges::find(text_.roles, BlockRole::body) != text_.roles.end();
    return has_text || !linked_.body.empty() ? linked_.body : body_of_page_state(tree_, article_.headline);
  }

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
    article_.url = address_among(std::vector{head_.url, source_.url, linked_.facts.url});
  }

  void take_headline() {
    HeadlineSources sources;
    sources.headings = headings_;
    for (const PageFacts* facts : {&linked_.facts, &head_, &markup_}) {
      sources.metadata.insert(sources.metadata.end(), facts->headlines.begin(), facts->headlines.end());
    }
    sources.title = title_;
    std::erase_if(sources.metadata, is_too_long);
    if (is_too_long(sources.title)) sources.title.clear();
    sources.publication = article_.publication;
    sources.host = host_of_url(article_.url);
    sources.section = article_.section;
    sources.heading_of_text = heading_of_text(text_, sources.headings.site);
    sources.text = beginning_of_text();
    article_.headline = choose_headline(sources);
    const bool tells_of_tags = article_.headline.find('<') != std::string::npos;
    if (!tells_of_tags) article_.headline = plain_line(article_.headline);  // entities escaped twice
    if (article_.headline.empty()) return;
    const bool heading_alone = sources.metadata.empty() && sources.title.empty();
    article_.headline_from = heading_alone ? HeadlineFrom::text : HeadlineFrom::metadata;
  }

  std::string beginning_of_text() const {
    std::string text;
    for (std::size_t i = 0; i < text_.blocks.size() && text.size() < kBytesOfBeginning; ++i) {
      if (text_.roles[i] == BlockRole::body && text_.blocks[i].level == 0) text += text_.blocks[i].text + "\n";
    }
    return text;
  }

  // JSON-LD and the page's head, the surer first: JSON-LD may hold but another article.
  std::array<const PageFacts*, 2> told_facts() const {
    if (linked_.is_called_so) return {&linked_.facts, &head_};
    return {&head_, &linked_.facts};
  }

  // People before organisations, and the publication itself where there is nobody else.
  void take_byline() {
    for (const PageFacts* facts : told_facts()) {
      if (article_.byline.empty()) add_credits(facts->credits);
    }
    if (is_shown_otherwise()) article_.byline = visible_.names;
    const std::vector<CreditGroup> groups = credits_of_markup(tree_, region_);
    for (const CreditGroup& group : groups) add_group(group, false);
    if (article_.byline.empty()) article_.byline = visible_.names;
    for (const CreditGroup& group : groups) add_group(group, true);
    if (article_.byline.empty()) add_names(linked_.facts.houses, article_.byline);
    for (const PageFacts* facts : told_facts()) add_anybody(facts->credits);
    for (const CreditGroup& group : groups) {
      if (group.trust == CreditTrust::all) add_anybody(group.credits);
    }
  }

  // Metadata may credit the account that put the article on the page ("KatieS"), or another member of the staff, and
  // the page its writer: "By Ann Lee" below the headline.
  bool is_shown_otherwise() const {
    if (article_.byline.empty() || !visible_.is_marked_in_head) return false;
    if (article_.byline.size() == 1 && article_.byline[0].find(' ') == std::string::npos) return true;
    return std::ranges::none_of(article_.byline,
                                [&](const std::string& told) { return shares_word(told, visible_.names[0]); });
  }

  // Where there is nobody yet.
  void add_group(const CreditGroup& group, bool with_teams) {
    if (!article_.byline.empty()) return;
    add_credits(group.credits);
    std::erase_if(article_.byline, [&](const std::string& name) {
      const bool word = group.trust == CreditTrust::words && is_word_of_name(name);
      if (is_team(name)) return !with_teams;
      return group.trust != CreditTrust::all && !word && !looks_like_person(name);
    });
  }

  void add_anybody(const std::vector<std::string>& credits) {
    for (const std::string& credit : credits) {
      if (article_.byline.empty() && !is_headline(credit)) article_.byline = writers_of(credit, "");
    }
  }

  void add_credits(const std::vector<std::string>& credits) {
    for (const std::string& credit : credits) {
      if (is_headline(credit)) continue;
      std::vector<std::string> names = writers_of(credit, article_.publication);
      std::erase_if(names, [&](const auto& name) { return is_house(name); });
      add_names(names, article_.byline);
    }
  }

  // Some programs write the headline where the name of its writer should be.
  bool is_headline(const std::string& credit) const {
    const std::string folded = fold_label(credit);
    const std::string headline = fold_label(article_.headline);
    const bool most = folded.size() * 2 > headline.size();  // others name their writer: "Opinion: Ana María Lee on fog"
    return std::ranges::count(folded, ' ') >= 2 && most && headline.find(folded) != std::string::npos;
  }

  bool is_house(const std::string& name) const {
    if (is_short_for(article_.publication, name)) return true;
    const std::string folded = fold_label(name);
    auto is_name = [&](const std::string& house) { return fold_label(house) == folded; };
    const std::string paper = without_the(fold_label(article_.publication));
    const bool of_paper =
        paper.size() > 3 && without_the(folded).starts_with(paper + " ");  // "Echo Media" of "The Echo"
    return is_name(linked_.facts.publication) || name == last_piece_of_title(title_) || of_paper ||
           std::ranges::any_of(linked_.facts.houses, is_name);
  }

  DateOrder date_order() const {
    DateOrderEvidence evidence;
    for (const HtmlBlock& block : text_.blocks) evidence.add(block.text);
    return first_known({evidence.order(), order_of_source(options_, article_)});
  }

  void take_standfirst() {
    std::vector<std::string> descriptions = head_.descriptions;
    const std::vector<std::string>& linked = linked_.facts.descriptions;
    descriptions.insert(descriptions.end(), linked.begin(), linked.end());
    standfirst_ = rows_of_standfirst(tree_, text_, region_, descriptions);
    for (std::size_t row : standfirst_) {
      const std::string& line = text_.blocks[row].text;
      if (std::ranges::find(article_.summary, line) == article_.summary.end()) article_.summary.push_back(line);
      text_.roles[row] = BlockRole::boilerplate;
      if (row > 0 && is_summary_heading(text_.blocks[row - 1].text)) text_.roles[row - 1] = BlockRole::boilerplate;
    }
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
    read_page_text(text, {kNoList, rules.now, false, rules.learned, rules.lines, order_, false}, article_);
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
      const bool known = text_.roles[i] == BlockRole::body || text_.blocks[i].text == article_.headline ||
                         std::ranges::find(standfirst_, i) != standfirst_.end();
      if (!known) article_.boilerplate.push_back(text_.blocks[i].text);
    }
  }

  const HtmlTree& tree_;
  const PageSource& source_;
  const ReadOptions& options_;
  const std::string title_;
  const PageFacts head_;
  const PageFacts markup_;
  const PageHeadings headings_;
  const LinkedData linked_;
  MainText text_;
  ArticleRegion region_;
  DateOrder order_ = DateOrder::unknown;
  std::vector<std::size_t> standfirst_;  // rows
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
