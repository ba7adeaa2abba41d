#include "server/http/formats/article_column.h"

#include "server/http/web_address.h"

namespace backfile {
namespace {

using A = const Article&;

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const std::string& text : texts) all.append(all.empty() ? "" : between).append(text);
  return all;
}
std::string labels(const std::vector<std::string>& texts) { return joined(texts, "; "); }
std::string paragraphs(const std::vector<std::string>& texts) { return joined(texts, "\n\n"); }

// How something became known, and page furniture, are for those who ask for it.
constexpr ArticleColumn kColumns[] = {
    {"id", true, [](A article) { return article.id; }},
    {"identifier", true, [](A article) { return article.identifier; }},
    {"url", true, [](A article) { return web_address(article.url); }},
    {"headline", true, [](A article) { return article.headline; }},
    {"headline_from", false, [](A article) { return std::string(headline_from_name(article.headline_from)); }},
    {"byline", true, [](A article) { return labels(article.byline); }},
    {"dateline", true, [](A article) { return article.dateline; }},
    {"published", true, [](A article) { return article.published.iso; }},
    {"published_precision", true, [](A article) { return std::string(precision_name(article.published.precision)); }},
    {"published_from", false, [](A article) { return std::string(published_from_name(article.published_from)); }},
    {"published_rejected", false, [](A article) { return article.published_rejected; }},
    {"publication", true, [](A article) { return article.publication; }},
    {"section", true, [](A article) { return article.section; }},
    {"topics", true, [](A article) { return labels(article.topics); }},
    {"language", true, [](A article) { return article.language; }},
    {"summary", true, [](A article) { return paragraphs(article.summary); }},
    {"body", true, [](A article) { return paragraphs(article.body); }},
    {"boilerplate", false, [](A article) { return paragraphs(article.boilerplate); }},
    {"words", true, [](A article) { return std::to_string(article.words); }},
    {"story", true, [](A article) { return article.story; }},
    {"copies", true, [](A article) { return std::to_string(article.copies); }},
    {"file", true, [](A article) { return article.file; }},
};

}  // namespace

std::span<const ArticleColumn> article_columns() { return kColumns; }

const ArticleColumn* article_column(std::string_view name) {
  for (const ArticleColumn& column : kColumns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

}  // namespace backfile
