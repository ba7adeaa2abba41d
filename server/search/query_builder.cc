#include "server/search/query_builder.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "index/fold.h"
#include "index/term.h"
#include "server/search/answer.h"
#include "server/search/date_terms.h"
#include "server/search/name_query.h"
#include "server/search/query_synonyms.h"
#include "server/search/word_forms.h"

namespace backfile {
namespace {

using Xapian::Query;

// Where the words below a node of the tree are looked for.
struct Where {
  std::optional<FieldName> field;
  bool in_boilerplate = false;
  bool marked = true;  // not excluded: highlighted
};

// Names are found as they are written; words of text in all their forms.
bool has_stems(std::optional<FieldName> name) {
  return !name || (*name != FieldName::byline && *name != FieldName::publication && *name != FieldName::url);
}

std::uint8_t parts_of(std::optional<FieldName> name) {
  if (!name) return kAllParts;
  switch (*name) {
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

Query any_of(Xapian::Query::op op, const Forms& terms) { return Query(op, terms.begin(), terms.end()); }

class Builder {
 public:
  Builder(const SearchHandle& handle, const QueryNode& root) : handle_(handle), words_(handle, root) {}

  Query build(const QueryNode& node, const Where& where);
  std::vector<HighlightClause> take_clauses() { return std::move(clauses_); }
  const QueryWarnings& warnings() const { return words_.warnings(); }

 private:
  Query all(const QueryNode& node, const Where& where);
  Query any(const QueryNode& node, const Where& where);
  Query names(const QueryNode& node, const Where& where);
  Query word(const QueryNode& node, const Where& where);
  Query phrase(const QueryNode& node, const Where& where);
  Query near(const QueryNode& node, const Where& where);
  Query repeat(const QueryNode& node, const Where& where);
  Query date_range(const QueryNode& node) const;
  Query label(const QueryNode& node, const Field& field) const;

  Slots slots_of(const QueryNode& node, const Where& where);
  Query positional(Xapian::Query::op op, const Slots& slots, Xapian::termcount window, const Where& where) const;
  template <typename Make>
  Query wherever(const Where& where, Make make) const;
  void mark(const QueryNode& node, const Where& where, HighlightClause::Shape shape, std::uint32_t window, Slots slots,
            std::vector<std::uint32_t> widths = {});

  const SearchHandle& handle_;
  WordForms words_;
  std::vector<HighlightClause> clauses_;
  std::size_t repeats_ = 0;  // places that all repeats ask for
};

// make(prefix) for each place where the words may stand: the field's own terms; or the plain ones with those of the
// headline and summary as added weight, and those of the boilerplate beside them.
template <typename Make>
Query Builder::wherever(const Where& where, Make make) const {
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

Query Builder::build(const QueryNode& node, const Where& where) {
  switch (node.kind) {
    case QueryKind::everything:
      return Query::MatchAll;
    case QueryKind::word:
    case QueryKind::wildcard:
    case QueryKind::fuzzy:
      return word(node, where);
    case QueryKind::phrase:
      return phrase(node, where);
    case QueryKind::near:
      return near(node, where);
    case QueryKind::repeat:
      return repeat(node, where);
    case QueryKind::date_range:
      return date_range(node);
    case QueryKind::undated:
      return Query(std::string(kUndatedTerm));
    case QueryKind::all:
      return all(node, where);
    case QueryKind::any:
      return node.names ? names(node, where) : any(node, where);
    case QueryKind::exclude:
      return build(node.children.at(0), {where.field, where.in_boilerplate, false});
    case QueryKind::field:
      return build(node.children.at(0), {node.field, where.in_boilerplate, where.marked});
    case QueryKind::scope:
      if (node.scope == SearchScope::all) return build(node.children.at(0), {std::nullopt, true, where.marked});
      return build(node.children.at(0), {FieldName::headline, false, where.marked});
  }
  return Query::MatchNothing;
}

Query Builder::all(const QueryNode& node, const Where& where) {
  std::vector<Query> wanted;
  std::vector<Query> excluded;
  for (const QueryNode& child : node.children) {
    (child.kind == QueryKind::exclude ? excluded : wanted).push_back(build(child, where));
  }
  const Query query(Query::OP_AND, wanted.begin(), wanted.end());
  if (excluded.empty()) return query;
  return Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, excluded.begin(), excluded.end()));
}

Query Builder::any(const QueryNode& node, const Where& where) {
  std::vector<Query> choices;
  for (const QueryNode& child : node.children) choices.push_back(build(child, where));
  return Query(Query::OP_OR, choices.begin(), choices.end());
}

Query Builder::names(const QueryNode& node, const Where& where) {
  if (node.children.front().kind == QueryKind::near) return any(node, where);
  std::vector<Name> in_all_forms;
  std::vector<Name> as_written;
  for (const QueryNode& child : node.children) {
    in_all_forms.emplace_back();
    as_written.emplace_back();
    for (const QueryNode& part : child.kind == QueryKind::all ? child.children : std::vector{child}) {
      const bool one_word = part.kind == QueryKind::word && !part.is_run();
      in_all_forms.back().push_back(slots_of(part, where));
      as_written.back().push_back(one_word ? Slots{{plain_term(part.text)}} : in_all_forms.back().back());
      mark(part, where, HighlightClause::Shape::phrase, 0, in_all_forms.back().back());
    }
  }
  return wherever(where, [&](std::string_view prefix) {
    const Query query = query_of_names(in_all_forms, prefix);
    if (in_all_forms == as_written) return query;
    return Query(Query::OP_OR, query, query_of_names(as_written, prefix));
  });
}

Query Builder::label(const QueryNode& node, const Field& row) const {
  return Query(prefixed_term(row.label, fold_label(node.surface)));
}

Query Builder::word(const QueryNode& node, const Where& where) {
  if (where.field && field(*where.field).prefix.empty() && !field(*where.field).plain) {
    return label(node, field(*where.field));
  }
  if (node.is_run()) return phrase(node, where);
  const Forms forms = words_.forms_of(node, has_stems(where.field));
  mark(node, where, HighlightClause::Shape::phrase, 0, {forms});
  if (forms.empty()) return Query::MatchNothing;
  const bool exact_among_others = node.kind == QueryKind::word && forms.size() > 1 &&
                                  std::ranges::find(forms, plain_term(node.text)) != forms.end();
  return wherever(where, [&](std::string_view prefix) {
    const Query family = any_of(Query::OP_SYNONYM, with_prefix(prefix, forms));
    if (!exact_among_others) return family;
    return Query(Query::OP_OR, family, Query(with_prefix(prefix, {plain_term(node.text)}).front()));
  });
}

Query Builder::positional(Xapian::Query::op op, const Slots& slots, Xapian::termcount window,
                          const Where& where) const {
  if (std::ranges::any_of(slots, [](const Forms& forms) { return forms.empty(); })) return Query::MatchNothing;
  return wherever(where, [&](std::string_view prefix) {
    std::vector<Query> places;
    for (const Forms& forms : slots) places.push_back(any_of(Query::OP_OR, with_prefix(prefix, forms)));
    if (places.size() == 1) return places.front();
    return Query(op, places.begin(), places.end(), window);
  });
}

Query Builder::phrase(const QueryNode& node, const Where& where) {
  if (where.field && field(*where.field).prefix.empty() && !field(*where.field).plain) {
    return label(node, field(*where.field));
  }
  const Slots slots = slots_of(node, where);
  mark(node, where, HighlightClause::Shape::phrase, 0, slots);
  return positional(Query::OP_PHRASE, slots, static_cast<Xapian::termcount>(slots.size()), where);
}

// The children as places: a phrase or long run among them is looked for as a whole, and stands near by its first word.
Query Builder::near(const QueryNode& node, const Where& where) {
  Slots places;
  Slots marked;
  std::vector<std::uint32_t> widths;
  std::vector<Query> whole;
  for (const QueryNode& child : node.children) {
    Slots slots;
    if (child.kind == QueryKind::any) {
      slots.emplace_back();
      for (const QueryNode& choice : child.children) {
        std::ranges::move(words_.forms_of(choice, has_stems(where.field)), std::back_inserter(slots[0]));
      }
    } else {
      slots = slots_of(child, where);
    }
    if (slots.size() > 1) {
      whole.push_back(positional(Query::OP_PHRASE, slots, static_cast<Xapian::termcount>(slots.size()), where));
    }
    places.push_back(slots.front());
    widths.push_back(static_cast<std::uint32_t>(slots.size()));
    std::ranges::move(slots, std::back_inserter(marked));
  }
  const auto window = static_cast<Xapian::termcount>(std::max<std::size_t>(node.number + 1, places.size()));
  mark(node, where, node.ordered ? HighlightClause::Shape::ordered : HighlightClause::Shape::near, window, marked,
       widths);
  whole.insert(whole.begin(), positional(node.ordered ? Query::OP_PHRASE : Query::OP_NEAR, places, window, where));
  return Query(Query::OP_AND, whole.begin(), whole.end());
}

// So many different places where the word stands.
Query Builder::repeat(const QueryNode& node, const Where& where) {
  repeats_ += node.number;
  if (repeats_ > kMaxQueryWords) {
    throw InvalidRequest("q", "The repeats of a query may ask for 64 places together.", "query_words");
  }
  const Slots slots = slots_of(node.children.at(0), where);
  mark(node.children.at(0), where, HighlightClause::Shape::phrase, 0, slots);
  return positional(Query::OP_NEAR, Slots(node.number, slots.front()), kAnyDistance, where);
}

// An end that is not given, or lies beyond what the archive has, is moved to the first or last year of the archive.
Query Builder::date_range(const QueryNode& node) const {
  const auto year_of = [&](const std::string& term) { return std::stoi(term.substr(kYearPrefix.size() + 1, 4)); };
  const std::string years = std::string(kYearPrefix) + ":";
  int first_year = 0;
  int last_year = 0;
  for (auto term = handle_.database.allterms_begin(years); term != handle_.database.allterms_end(years); ++term) {
    last_year = year_of(*term);
    if (first_year == 0) first_year = last_year;
  }
  if (first_year == 0) return Query::MatchNothing;
  const Day first = std::max(node.first.value_or(Day{first_year, 1, 1}), Day{first_year, 1, 1});
  const Day last = std::min(node.last.value_or(Day{last_year, 12, 31}), Day{last_year, 12, 31});
  const std::vector<std::string> terms = date_terms(first, last);
  return Query(Query::OP_SCALE_WEIGHT, any_of(Query::OP_OR, terms), 0);
}

Slots Builder::slots_of(const QueryNode& node, const Where& where) {
  const bool stems = has_stems(where.field);
  return node.kind == QueryKind::phrase ? words_.slots_of_all(node.children, stems)
                                        : words_.slots_of(node, false, stems);
}

void Builder::mark(const QueryNode& node, const Where& where, HighlightClause::Shape shape, std::uint32_t window,
                   Slots slots, std::vector<std::uint32_t> widths) {
  const std::uint8_t parts = parts_of(where.field);
  if (!where.marked || parts == 0) return;
  clauses_.push_back({node.surface, shape, window, std::move(slots), parts, std::move(widths)});
}

}  // namespace

BuiltQuery build_query(const QueryNode& root, const SearchHandle& handle, bool in_boilerplate) {
  QueryWarnings warnings;
  const QueryNode widened = with_synonyms(root, handle.generation->synonyms(), warnings);
  Builder builder(handle, widened);
  Query query = builder.build(widened, {std::nullopt, in_boilerplate, true});
  std::ranges::copy(builder.warnings(), std::back_inserter(warnings));
  return {std::move(query), builder.take_clauses(), std::move(warnings)};
}

}  // namespace backfile
