#include "server/search/explanation.h"

#include <algorithm>
#include <cmath>

#include "index/schema.h"
#include "index/term.h"
#include "server/search/live_articles.h"
#include "server/search/query_print.h"
#include "server/search/ranking.h"

namespace backfile {
namespace {

using Xapian::Query;

bool is_clause_of_words(const BuiltNode& built) {
  const QueryKind kind = built.node->kind;
  return built.whole && kind != QueryKind::everything && kind != QueryKind::date_range && kind != QueryKind::undated;
}

// The field whose prefix a term has; nullptr for a plain term.
const Field* field_of(const std::string& term) {
  if (is_plain_term(term)) return nullptr;
  const std::string_view prefix = std::string_view(term).substr(0, term.find(':'));
  const auto row =
      std::ranges::find_if(kFields, [&](const Field& f) { return f.prefix == prefix || f.label == prefix; });
  return row == kFields.end() ? nullptr : &*row;
}

// Which of the query's terms the article has, where and how often.
void find_terms(ClauseScore& score, const BuiltNode& built, const Xapian::Database& database, Xapian::docid docid) {
  std::uint32_t elsewhere = 0;  // occurrences of plain terms in fields with a prefix
  auto have = database.termlist_begin(docid);
  for (auto term = built.query.get_unique_terms_begin(); term != built.query.get_terms_end(); ++term) {
    have.skip_to(*term);
    if (have == database.termlist_end(docid)) break;
    if (*have != *term) continue;
    const std::uint32_t count = have.get_wdf();
    const Field* row = field_of(*term);
    if (row) score.places.emplace_back(row->name);
    if (row && !built.field) {
      elsewhere += count;
      continue;
    }
    score.forms.emplace_back(row ? (*term).substr((*term).find(':') + 1) : *term, count);
    score.count += count;
  }
  if (!built.field && score.count > elsewhere) score.places.emplace_back(field(FieldName::body).name);
  std::ranges::sort(score.places);
  score.places.erase(std::unique(score.places.begin(), score.places.end()), score.places.end());
}

}  // namespace

std::vector<ClauseScore> explain_hit(const Hit& hit, Xapian::docid docid, const std::vector<BuiltNode>& nodes,
                                     const SearchHandle& handle) {
  Xapian::Enquire enquire(handle.database);
  enquire.set_weighting_scheme(weighting_scheme());
  std::vector<ClauseScore> scores;
  double rest = hit.score;
  const Query here(id_term(hit.article.id));
  for (const BuiltNode& built : nodes) {
    if (built.excluded || !is_clause_of_words(built)) continue;
    enquire.set_query(live_only(Query(Query::OP_FILTER, built.query, here), handle));
    const Xapian::MSet found = enquire.get_mset(0, 1);
    if (found.empty()) continue;
    ClauseScore score;
    score.clause = print_query(*built.node);
    if (built.field) score.field = field(*built.field).name;
    score.weight = found.begin().get_weight();
    find_terms(score, built, handle.database, docid);
    rest -= score.weight;
    scores.push_back(std::move(score));
  }
  constexpr double kNoise = 1e-6;  // of adding up in another order
  if (std::abs(rest) > kNoise) scores.push_back({"", "", {}, {}, 0, rest});
  return scores;
}

}  // namespace backfile
