#include "server/search/where.h"

#include <algorithm>
#include <vector>

#include "index/fold.h"
#include "index/language_tag.h"
#include "index/term.h"
#include "server/search/highlight_clause.h"

namespace backfile {

using Xapian::Query;

Vocabulary Where::vocabulary() const {
  if (!field) return {true, true, in_boilerplate ? backfile::field(FieldName::boilerplate).prefix : ""};
  const bool name = *field == FieldName::byline || *field == FieldName::publication || *field == FieldName::url;
  const Field& row = backfile::field(*field);
  return {!name, row.plain, row.plain ? "" : row.prefix};
}

bool Where::has_labels_only() const {
  return field && backfile::field(*field).prefix.empty() && !backfile::field(*field).plain;
}

std::uint8_t Where::parts() const {
  if (!field) return kAllParts;
  switch (*field) {
    case FieldName::headline:
      return static_cast<std::uint8_t>(Part::headline);
    case FieldName::summary:
      return static_cast<std::uint8_t>(Part::summary);
    case FieldName::body:
      return static_cast<std::uint8_t>(Part::body);
    case FieldName::boilerplate:
      return static_cast<std::uint8_t>(Part::boilerplate);
    default:
      return 0;
  }
}

Query wherever(const Where& where, const MakeQuery& make) {
  if (where.field) return make(field(*where.field).prefix);
  Query query = make(std::string_view{});
  std::vector<Query> heavier;
  for (const Field& row : kFields) {
    if (!row.plain || row.prefix.empty() || row.weight <= 0) continue;
    heavier.push_back(Query(Query::OP_SCALE_WEIGHT, make(row.prefix), row.weight));
  }
  if (where.in_boilerplate) query |= make(field(FieldName::boilerplate).prefix);
  if (heavier.empty()) return query;
  return Query(Query::OP_AND_MAYBE, query, Query(Query::OP_OR, heavier.begin(), heavier.end()));
}

std::string label_term(const Field& field, std::string_view value) {
  const std::string tag = field.id == FieldName::language ? language_tag(value) : "";
  return prefixed_term(field.label, fold_label(tag.empty() ? value : tag));
}

Query every_article() { return Query(std::string()); }

Query term_of(std::string_view prefix, const std::string& form) {
  return Query(prefix.empty() ? form : prefixed_term(prefix, form));
}

Slots with_prefix(std::string_view prefix, const Slots& slots) {
  Slots terms = slots;
  for (Forms& forms : terms) {
    for (std::string& form : forms) {
      if (!prefix.empty()) form = prefixed_term(prefix, form);
    }
  }
  return terms;
}

Query any_of(Query::op op, std::string_view prefix, const Forms& forms) {
  std::vector<Query> terms;
  for (const std::string& form : forms) terms.push_back(term_of(prefix, form));
  return Query(op, terms.begin(), terms.end());
}

Query at_places(Query::op op, std::string_view prefix, const Slots& slots, Xapian::termcount window) {
  if (std::ranges::any_of(slots, [](const Forms& forms) { return forms.empty(); })) return Query::MatchNothing;
  std::vector<Query> places;
  for (const Forms& forms : slots) places.push_back(any_of(Query::OP_OR, prefix, forms));
  if (places.size() == 1) return places.front();
  return Query(op, places.begin(), places.end(), window);
}

}  // namespace backfile
