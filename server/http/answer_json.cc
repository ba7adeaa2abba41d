#include "server/http/answer_json.h"

#include <cmath>

#include "index/article_json.h"
#include "server/http/snippet.h"
#include "server/http/web_address.h"

namespace backfile {
namespace {

constexpr std::string_view kHitMembers[] = {
    "id",      "identifier", "url",       "headline", "headline_runs", "publication",
    "section", "topics",     "byline",    "language", "published",     "published_precision",
    "score",   "snippet",    "fragments", "matched",  "story",         "copies",
    "words",   "links"};

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

// Enough digits to compare by, without the noise of binary fractions.
double rounded(double value, double to) { return std::round(value * to) / to; }

Json runs_json(const Runs& runs) {
  Json json = Json::array();
  for (const Run& run : runs) json.push_back(Json::array({run.text, run.matched}));
  return json;
}

Json list_of_runs_json(const std::vector<Runs>& list) {
  Json json = Json::array();
  for (const Runs& runs : list) json.push_back(runs_json(runs));
  return json;
}

Json fragments_json(const std::vector<Fragment>& fragments) {
  Json json = Json::array();
  for (const Fragment& fragment : fragments) {
    json.push_back({{"runs", runs_json(fragment.runs)}, {"paragraph", fragment.paragraph}});
  }
  return json;
}

Json links_json(const std::string& id) {
  const std::string self = "/api/v1/articles/" + id;
  return {{"self", self}, {"page", "/article/" + id}, {"related", self + "/related"}, {"copies", self + "/copies"}};
}

Json hit_json(const Hit& hit) {
  const Article& article = hit.article;
  Json json;
  json["id"] = article.id;
  json["identifier"] = text_or_null(article.identifier);
  json["url"] = text_or_null(web_address(article.url));
  json["headline"] = text_or_null(article.headline);
  json["headline_runs"] = runs_json(hit.headline_runs);
  json["publication"] = text_or_null(article.publication);
  json["section"] = text_or_null(article.section);
  json["topics"] = article.topics;
  json["byline"] = article.byline;
  json["language"] = text_or_null(article.language);
  json["published"] = text_or_null(article.published.iso);
  json["published_precision"] = precision_name(article.published.precision);
  json["score"] = rounded(hit.score, 1e4);
  json["snippet"] = snippet_html(hit.fragments);
  json["fragments"] = fragments_json(hit.fragments);
  json["matched"] = hit.matched;
  json["story"] = text_or_null(article.story);
  json["copies"] = article.copies;
  json["words"] = article.words;
  json["links"] = links_json(article.id);
  return json;
}

Json warnings_json(const std::vector<Warning>& warnings) {
  Json json = Json::array();
  for (const Warning& warning : warnings) {
    json.push_back({{"code", warning.code}, {"message", warning.message}, {"at", warning.at}});
  }
  return json;
}

}  // namespace

std::span<const std::string_view> hit_members() { return kHitMembers; }

Json index_state_json(const IndexState& index) {
  return {{"generation", index.generation}, {"articles", index.articles}, {"built_at", index.built_at}};
}

Json search_answer_json(const SearchAnswer& answer, const SearchRequest& request, double took_ms) {
  Json json;
  json["query"] = request.query;
  json["parsed"] = answer.parsed;
  json["warnings"] = warnings_json(answer.warnings);
  json["total"] = answer.total;
  json["total_relation"] = "eq";
  json["stories"] = answer.stories;
  json["took_ms"] = rounded(took_ms, 1e3);
  json["page"] = request.page;
  json["page_size"] = request.page_size;
  json["cursor"] = nullptr;
  json["partial"] = false;
  json["index"] = index_state_json(answer.index);
  json["did_you_mean"] = nullptr;
  json["hits"] = Json::array();
  for (const Hit& hit : answer.hits) json["hits"].push_back(hit_json(hit));
  json["facets"] = Json::object();
  return json;
}

Json article_answer_json(const ArticleAnswer& answer, bool with_runs) {
  Json json = article_to_json(answer.article);
  json["url"] = text_or_null(web_address(answer.article.url));
  if (with_runs) {
    json["headline_runs"] = runs_json(answer.headline_runs);
    json["summary_runs"] = list_of_runs_json(answer.summary_runs);
    json["body_runs"] = list_of_runs_json(answer.body_runs);
    json["boilerplate_runs"] = list_of_runs_json(answer.boilerplate_runs);
  }
  json["index"] = index_state_json(answer.index);
  return json;
}

}  // namespace backfile
