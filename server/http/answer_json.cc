#include "server/http/answer_json.h"

#include <cmath>

#include "index/article_json.h"
#include "server/http/choice_names.h"
#include "server/http/facet_name.h"
#include "server/http/snippet.h"
#include "server/http/web_address.h"

namespace backfile {
namespace {

constexpr std::string_view kHitMembers[] = {
    "id",      "identifier", "url",        "headline", "headline_runs", "publication",
    "section", "topics",     "byline",     "language", "published",     "published_precision",
    "score",   "snippet",    "fragments",  "matched",  "story",         "copies",
    "words",   "links",      "explanation"};

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

Json explanation_json(const std::vector<ClauseScore>& explanation) {
  Json json = Json::array();
  for (const ClauseScore& score : explanation) {
    Json forms = Json::object();
    for (const auto& [form, count] : score.forms) forms[form] = count;
    json.push_back({{"clause", text_or_null(score.clause)},
                    {"field", text_or_null(score.field)},
                    {"places", score.places},
                    {"forms", forms},
                    {"count", score.count},
                    {"weight", rounded(score.weight, 1e4)}});
  }
  return json;
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
  json["explanation"] = explanation_json(hit.explanation);
  return json;
}

Json no_hits_json(const std::optional<NoHits>& no_hits) {
  if (!no_hits) return nullptr;
  Json json{{"emptied_by", Json::array()}, {"instead", Json::array()}};
  for (const EmptyClause& empty : no_hits->emptied_by) {
    json["emptied_by"].push_back(
        {{"clause", empty.clause}, {"at", empty.at}, {"end", empty.end}, {"total", empty.total}});
  }
  for (const BetterQuery& better : no_hits->instead) {
    json["instead"].push_back({{"query", better.query}, {"total", better.total}, {"reason", better.reason}});
  }
  return json;
}

Json clause_json(const ParsedClause& clause) {
  Json json{{"kind", clause.kind},
            {"query", clause.query},
            {"at", clause.at},
            {"end", clause.end},
            {"field", text_or_null(clause.field)},
            {"articles", nullptr},
            {"forms", clause.forms},
            {"number", nullptr},
            {"children", Json::array()}};
  if (clause.articles) json["articles"] = *clause.articles;
  if (clause.number) json["number"] = *clause.number;
  for (const ParsedClause& child : clause.children) json["children"].push_back(clause_json(child));
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
  json["total_relation"] = answer.partial ? "gte" : "eq";
  json["stories"] = answer.stories;
  json["took_ms"] = rounded(took_ms, 1e3);
  json["page"] = request.page;
  json["page_size"] = request.page_size;
  json["cursor"] = nullptr;
  json["seed"] = request.sort == Sort::random ? Json(request.seed) : Json(nullptr);
  json["partial"] = answer.partial;
  json["index"] = index_state_json(answer.index);
  json["did_you_mean"] = text_or_null(answer.did_you_mean);
  json["no_hits"] = no_hits_json(answer.no_hits);
  json["hits"] = Json::array();
  for (const Hit& hit : answer.hits) json["hits"].push_back(hit_json(hit));
  json["facets"] = Json::object();
  json["facet_values"] = Json::object();
  for (const FacetCounts& facet : answer.facets) {
    const std::string name(facet_name(facet.facet));
    json["facets"][name] = Json::array();
    for (const FacetValue& value : facet.values) {
      json["facets"][name].push_back({{"value", value.value}, {"count", value.articles}, {"stories", value.stories}});
    }
    json["facet_values"][name] = facet.all_values;
  }
  return json;
}

namespace {

std::string day_text(Day day) { return make_date(day.year, day.month, day.day).iso; }

Json series_json(const TimelineSeries& series) {
  Json json{{"q", series.query},       {"parsed", series.parsed},   {"warnings", warnings_json(series.warnings)},
            {"total", series.total},   {"undated", series.undated}, {"partial", series.partial},
            {"buckets", Json::array()}};
  for (const TimelineBucket& bucket : series.buckets) {
    const double share = bucket.all > 0 ? static_cast<double>(bucket.count) / bucket.all : 0;
    json["buckets"].push_back({{"start", day_text(bucket.first)},
                               {"end", day_text(bucket.last)},
                               {"count", bucket.count},
                               {"all", bucket.all},
                               {"share", rounded(share, 1e6)}});
  }
  return json;
}

}  // namespace

Json timeline_answer_json(const TimelineAnswer& answer, const TimelineRequest& request, double took_ms) {
  Json json{{"interval", name_of(kIntervalNames, answer.interval)},
            {"unit", request.narrowed.collapse_stories ? "stories" : "articles"},
            {"series", Json::array()},
            {"took_ms", rounded(took_ms, 1e3)},
            {"index", index_state_json(answer.index)}};
  for (const TimelineSeries& series : answer.series) json["series"].push_back(series_json(series));
  return json;
}

Json terms_answer_json(const TermsAnswer& answer, const TermsRequest& request, double took_ms) {
  Json json{{"query", request.search.query},
            {"parsed", answer.parsed},
            {"warnings", warnings_json(answer.warnings)},
            {"total", answer.total},
            {"stories", answer.stories},
            {"against", request.against_rest ? "rest" : "archive"},
            {"sampled", answer.sampled},
            {"partial", answer.partial},
            {"terms", Json::array()},
            {"hits", Json::array()},
            {"took_ms", rounded(took_ms, 1e3)},
            {"index", index_state_json(answer.index)}};
  for (const TypicalTerm& term : answer.terms) {
    json["terms"].push_back({{"term", term.text},
                             {"query", term.is_phrase ? "\"" + term.text + "\"" : "=" + term.text},
                             {"kind", term.is_phrase ? "phrase" : "word"},
                             {"count", term.count},
                             {"all", term.all},
                             {"score", rounded(term.score, 1e2)}});
  }
  for (const Hit& hit : answer.hits) json["hits"].push_back(hit_json(hit));
  return json;
}

Json parse_answer_json(const ParseAnswer& answer, const SearchRequest& request) {
  return {{"query", request.query},
          {"parsed", answer.parsed},
          {"warnings", warnings_json(answer.warnings)},
          {"tree", clause_json(answer.root)},
          {"index", index_state_json(answer.index)}};
}

Json copies_answer_json(const CopiesAnswer& answer) {
  Json json{{"id", answer.id},
            {"story", answer.story},
            {"total", answer.copies.size()},
            {"first", text_or_null(answer.first)},
            {"hits", Json::array()},
            {"index", index_state_json(answer.index)}};
  for (const Hit& hit : answer.copies) json["hits"].push_back(hit_json(hit));
  return json;
}

Json related_answer_json(const RelatedAnswer& answer) {
  Json json{{"id", answer.id},
            {"total", answer.total},
            {"partial", answer.partial},
            {"hits", Json::array()},
            {"index", index_state_json(answer.index)}};
  for (const Hit& hit : answer.hits) json["hits"].push_back(hit_json(hit));
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
