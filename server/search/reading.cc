#include "server/search/reading.h"

#include "index/stored_fields.h"
#include "index/term.h"
#include "server/search/highlighter.h"

namespace backfile {
namespace {

void refuse_if_strict(const SearchRequest& request, const QueryWarnings& warnings) {
  if (!request.strict) return;
  for (const QueryWarning& warning : warnings) {
    if (strict_refuses(warning.code)) throw InvalidRequest("q", warning.message);
  }
}

}  // namespace

IndexState state_of(const Generation& generation) {
  const Manifest& manifest = generation.manifest();
  return {manifest.generation, manifest.articles, manifest.built_at};
}

ParsedQuery parsed_query(const SearchRequest& request, const std::string& query) {
  try {
    ParsedQuery parsed = parse_query(query, {.any_word = request.any_word, .today = request.today});
    refuse_if_strict(request, parsed.warnings);
    return parsed;
  } catch (const InvalidQuery& error) {
    throw InvalidRequest("q", error.what(), error.limit);
  }
}

ParsedQuery parsed_query(const SearchRequest& request) { return parsed_query(request, request.query); }

std::vector<Warning> as_warnings(const QueryWarnings& parsed, const QueryWarnings& built) {
  std::vector<Warning> warnings;
  for (const QueryWarnings* some : {&parsed, &built}) {
    for (const QueryWarning& warning : *some) {
      warnings.push_back({std::string(warning_name(warning.code)), warning.message, warning.at});
    }
  }
  return warnings;
}

std::vector<Hit> read_hits(std::span<const RankedMatch> page, const SearchHandle& handle) {
  std::vector<Hit> hits;
  for (const RankedMatch& match : page) {
    Hit hit;
    hit.article = decode_article(handle.database.get_document(match.docid).get_data());
    hit.score = match.score;
    hits.push_back(std::move(hit));
  }
  return hits;
}

void show_plainly(std::vector<Hit>& hits) {
  Highlighter plain({}, false);
  for (Hit& hit : hits) plain.highlight(hit, 0);
}

Xapian::docid docid_of(const SearchHandle& handle, const std::string& id) {
  const std::string term = id_term(id);
  for (auto posting = handle.database.postlist_begin(term); posting != handle.database.postlist_end(term); ++posting) {
    if (!handle.generation->is_withdrawn(*posting)) return *posting;
  }
  return 0;
}

std::optional<Article> find_article(const SearchHandle& handle, const std::string& id) {
  const Xapian::docid docid = docid_of(handle, id);
  if (docid == 0) return std::nullopt;
  return decode_article(handle.database.get_document(docid).get_data());
}

}  // namespace backfile
