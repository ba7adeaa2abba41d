#include "indexer/readers/article_parts.h"

#include <libxml/uri.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "index/character.h"
#include "index/language_tag.h"
#include "indexer/cleaning/byline.h"
#include "indexer/cleaning/page_text.h"
#include "indexer/cleaning/published.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/cleaning/writers.h"
#include "indexer/html/html_fragment.h"

namespace backfile {
namespace {

constexpr std::size_t kMostTopics = 1000;
constexpr std::size_t kMostSummaryLines = 1000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Is there a tag or an entity in it?
bool has_markup(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos; at = text.find_first_of("<&", at + 1)) {
    const std::string_view rest = text.substr(at + 1, 40);
    if (rest.empty()) return false;
    if (text[at] == '<' && (is_letter(rest[0]) || (rest[0] == '/' && rest.size() > 1 && is_letter(rest[1]))))
      return true;
    const std::size_t end = rest.find(';');
    if (text[at] == '&' && end != std::string_view::npos && end > 1 && (is_letter(rest[0]) || rest[0] == '#')) {
      return rest.substr(0, end).find_first_of(" &") == std::string_view::npos;
    }
  }
  return false;
}

// Once, whatever the case of its ASCII letters: "Astronomy" and "astronomy" are one topic.
void add_clean(std::string_view raw, std::size_t most, std::vector<std::string>& list) {
  std::string value = clean_value(raw);
  const bool known = std::ranges::any_of(
      list, [&](const std::string& other) { return std::ranges::equal(other, value, {}, ascii_small, ascii_small); });
  if (value.empty() || list.size() == most || known) return;
  list.push_back(std::move(value));
}

// The other dates of a record and those in its text tell how its date is written.
DateOrder order_in(const ArticleParts& parts) {
  DateOrderEvidence evidence;
  for (const std::string& date : parts.published) evidence.add(date);
  for (const std::string& paragraph : parts.body) evidence.add(paragraph);
  return evidence.order();
}

void take_dates(const ArticleParts& parts, DateOrder order, std::int64_t now, Article& article) {
  for (const std::string& raw : parts.published) {
    const std::string written = clean_value(raw);
    if (written.empty()) continue;
    if (take_published(article, read_metadata_date(written, order), written, PublishedFrom::metadata, now)) return;
  }
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : " ") + line;
  return text;
}

// A teaser that the text begins with says nothing of its own.
bool repeats(const std::vector<std::string>& summary, const std::vector<std::string>& body) {
  const std::string whole = joined(summary);
  std::string_view teaser = whole;
  for (std::string_view end : {" ", "…", "...", "[…]", "[...]", " "}) {
    if (teaser.ends_with(end)) teaser.remove_suffix(end.size());
  }
  return joined(body).starts_with(teaser);
}

void take_text(const std::vector<std::string>& paragraphs, const PageRules& rules, Article& article) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += paragraph + "\n\n";
  read_page_text(repair_text(text), rules, article);
}

}  // namespace

std::string plain_line(std::string_view text) {
  std::string line(text);
  for (int pass = 0; pass < 2 && has_markup(line); ++pass) {
    std::string plain;
    for (const std::string& paragraph : paragraphs_of_html(line)) plain += (plain.empty() ? "" : " ") + paragraph;
    line = std::move(plain);
  }
  return line;
}

std::string resolve_url(const std::string& address, const std::string& base) {
  if (base.empty() || address.find("://") != std::string::npos) return address;
  const std::unique_ptr<xmlChar, void (*)(void*)> whole(
      xmlBuildURI(reinterpret_cast<const xmlChar*>(address.c_str()), reinterpret_cast<const xmlChar*>(base.c_str())),
      [](void* text) { xmlFree(text); });
  return whole ? std::string(reinterpret_cast<const char*>(whole.get())) : address;
}

ReadItem make_article(const ArticleParts& parts, const SourceFile& source, const ReadOptions& options) {
  Article article;
  article.file = source.file;
  article.identifier = clean_value(parts.identifier);
  article.url = clean_value(parts.url);
  article.headline = clean_value(plain_line(parts.headline));
  if (!article.headline.empty()) article.headline_from = HeadlineFrom::metadata;
  for (const std::string& credit : parts.credits) {
    add_names(writers_of_field(clean_value(plain_line(credit)), ""), article.byline);
  }
  article.dateline = clean_value(parts.dateline);
  article.publication = clean_value(plain_line(parts.publication));
  article.section = clean_value(parts.section);
  for (const std::string& topic : parts.topics) add_clean(plain_line(topic), kMostTopics, article.topics);
  article.language = language_tag(clean_value(parts.language));
  take_dates(parts, first_known({order_in(parts), order_of_source(options, article)}), options.now, article);
  for (const std::string& line : parts.summary) add_clean(line, kMostSummaryLines, article.summary);
  PageRules rules = page_rules(options, source, article, false);
  rules.may_be_page = false;
  take_text(parts.body, rules, article);
  if (article.body.empty() && !article.summary.empty()) {
    const std::vector<std::string> summary = std::exchange(article.summary, {});
    take_text(summary, rules, article);
  } else if (repeats(article.summary, article.body)) {
    article.summary.clear();
  }
  if (article.headline.empty() && article.body.empty()) {
    return Rejection{Reason::empty, "there is neither a headline nor a body" +
                                        (article.identifier.empty() ? "" : " in " + article.identifier)};
  }
  complete_article(article, options.now);
  return article;
}

}  // namespace backfile
