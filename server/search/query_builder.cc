#include "server/search/query_builder.h"

#include <algorithm>
#include <iterator>

#include "index/term.h"
#include "server/search/answer.h"
#include "server/search/date_terms.h"
#include "server/search/name_query.h"
#include "server/search/near_source.h"
#include "server/search/query_synonyms.h"
#include "server/search/ranking.h"
#include "server/search/where.h"
#include "server/search/word_forms.h"

namespace backfile {
namespace {

using Xapian::Query;

class Builder {
 public:
  Builder(const SearchHandle& handle, const Deadline& deadline, const QueryNode& root)
      : handle_(handle), deadline_(deadline), words_(handle, root) {}

  Query build(const QueryNode& node, const Where& where);
  std::vector<BuiltNode> take_nodes() { return std::move(nodes_); }
  std::vector<HighlightClause> take_clauses() { return std::move(clauses_); }
  const QueryWarnings& warnings() const { return words_.warnings(); }

 private:
  Query made_of(const QueryNode& node, const Where& where);
  std::vector<Query> each(const QueryNode& node, const Where& where, bool exclusions);
  Query all(const QueryNode& node, const Where& where);
  Query any(const QueryNode& node, const Where& where);
  Query names(const QueryNode& node, const Where& where);
  Query word(const QueryNode& node, const Where& where);
  Query phrase(const QueryNode& node, const Where& where);
  Query near(const QueryNode& node, const Where& where);
  Query near_phrases(const Slots& slots, NearShape shape, const Where& where) const;
  Query repeat(const QueryNode& node, const Where& where);
  Query label(const QueryNode& node, const Field& field) const;

  Slots slots_of(const QueryNode& node, const Where& where);
  Query positional(Query::op op, const Slots& slots, Xapian::termcount window, const Where& where) const;
  void mark(const QueryNode& node, const Where& where, HighlightClause::Shape shape, std::uint32_t window, Slots slots,
            std::vector<std::uint32_t> widths = {});

  const SearchHandle& handle_;
  const Deadline& deadline_;
  WordForms words_;
  std::vector<BuiltNode> nodes_;
  std::vector<HighlightClause> clauses_;
  std::size_t repeats_ = 0;  // places that all repeats ask for
};

Query Builder::build(const QueryNode& node, const Where& where) {
  const std::size_t before = nodes_.size();
  Query query = made_of(node, where);
  nodes_.push_back({&node, where.field, !where.marked, nodes_.size() == before, query});
  return query;
}

Query Builder::made_of(const QueryNode& node, const Where& where) {
  switch (node.kind) {
    case QueryKind::everything:
      return every_article();
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
      return date_range_query(handle_.database, node.first, node.last);
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

// What was written twice is searched once, and weighs twice.
std::vector<Query> Builder::each(const QueryNode& node, const Where& where, bool exclusions) {
  std::vector<Query> queries;
  std::vector<const QueryNode*> asked;
  std::vector<double> times;
  for (const QueryNode& child : node.children) {
    if ((child.kind == QueryKind::exclude) != exclusions) continue;
    Query query = build(child, where);
    const auto same = std::ranges::find_if(asked, [&](const QueryNode* one) { return same_query(*one, child); });
    if (same != asked.end()) {
      ++times[static_cast<std::size_t>(same - asked.begin())];
      continue;
    }
    asked.push_back(&child);
    times.push_back(1);
    queries.push_back(std::move(query));
  }
  for (std::size_t i = 0; i < queries.size(); ++i) {
    if (times[i] > 1) queries[i] = Query(Query::OP_SCALE_WEIGHT, queries[i], times[i]);
  }
  return queries;
}

Query Builder::all(const QueryNode& node, const Where& where) {
  const std::vector<Query> wanted = each(node, where, false);
  const std::vector<Query> excluded = each(node, where, true);
  const Query query(Query::OP_AND, wanted.begin(), wanted.end());
  if (excluded.empty()) return query;
  return Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, excluded.begin(), excluded.end()));
}

Query Builder::any(const QueryNode& node, const Where& where) {
  const std::vector<Query> choices = each(node, where, false);
  const Query any(Query::OP_OR, choices.begin(), choices.end());
  const bool words = std::ranges::all_of(
      node.children, [](const QueryNode& child) { return child.kind == QueryKind::word && !child.is_run(); });
  return words ? with_all_words_higher(any, choices) : any;
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
    return word_weight(query, query_of_names(as_written, prefix));
  });
}

Query Builder::label(const QueryNode& node, const Field& row) const { return Query(label_term(row, node.surface)); }

Query Builder::word(const QueryNode& node, const Where& where) {
  if (where.has_labels_only()) return label(node, field(*where.field));
  if (node.is_run()) return phrase(node, where);
  const Forms forms = words_.forms_of(node, where.vocabulary());
  mark(node, where, HighlightClause::Shape::phrase, 0, {forms});
  if (forms.empty()) return Query::MatchNothing;
  const bool exact_among_others = node.kind == QueryKind::word && forms.size() > 1 &&
                                  std::ranges::find(forms, plain_term(node.text)) != forms.end();
  const bool light = words_.is_stop_word(node);
  return wherever(where, [&](std::string_view prefix) {
    Query query = any_of(Query::OP_SYNONYM, prefix, forms);
    if (exact_among_others) query = word_weight(query, term_of(prefix, plain_term(node.text)));
    return light ? stop_word_weight(query) : query;
  });
}

Query Builder::positional(Query::op op, const Slots& slots, Xapian::termcount window, const Where& where) const {
  return wherever(where, [&](std::string_view prefix) {
    const Query query = at_places(op, prefix, slots, window);
    return slots.size() > 1 ? deadline_.limit(query) : query;
  });
}

Query Builder::phrase(const QueryNode& node, const Where& where) {
  if (where.has_labels_only()) return label(node, field(*where.field));
  const Slots slots = slots_of(node, where);
  mark(node, where, HighlightClause::Shape::phrase, 0, slots);
  return positional(Query::OP_PHRASE, slots, static_cast<Xapian::termcount>(slots.size()), where);
}

// The places of a NEAR, each with the words that may fill it.
Query Builder::near(const QueryNode& node, const Where& where) {
  Slots slots;
  std::vector<std::uint32_t> widths;
  for (const QueryNode& child : node.children) {
    Slots place;
    if (child.kind == QueryKind::any) {
      place.emplace_back();
      for (const QueryNode& choice : child.children) {
        std::ranges::move(words_.forms_of(choice, where.vocabulary()), std::back_inserter(place[0]));
      }
    } else {
      place = slots_of(child, where);
    }
    widths.push_back(static_cast<std::uint32_t>(place.size()));
    std::ranges::move(place, std::back_inserter(slots));
  }
  const auto window = static_cast<Xapian::termcount>(std::max<std::size_t>(node.number + 1, widths.size()));
  mark(node, where, node.ordered ? HighlightClause::Shape::ordered : HighlightClause::Shape::near, window, slots,
       widths);
  if (slots.size() > widths.size()) return near_phrases(slots, {node.ordered, window - 1, widths}, where);
  return positional(node.ordered ? Query::OP_PHRASE : Query::OP_NEAR, slots, window, where);
}

// Phrases among the places: Xapian finds and weighs them, the near source says whether they stand near.
Query Builder::near_phrases(const Slots& slots, NearShape shape, const Where& where) const {
  for (const std::uint32_t width : shape.widths) shape.farthest += width - 1;
  return wherever(where, [&](std::string_view prefix) {
    std::vector<Query> places;
    auto slot = slots.begin();
    for (const std::uint32_t width : shape.widths) {
      places.push_back(at_places(Query::OP_PHRASE, prefix, Slots(slot, slot + width), width));
      slot += width;
    }
    auto* near = new NearSource(with_prefix(prefix, slots), shape);
    const Query all(Query::OP_AND, places.begin(), places.end());
    return deadline_.limit(Query(Query::OP_FILTER, all, Query(near->release())));
  });
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

Slots Builder::slots_of(const QueryNode& node, const Where& where) {
  return node.kind == QueryKind::phrase ? words_.slots_of_all(node.children, where.vocabulary())
                                        : words_.slots_of(node, false, where.vocabulary());
}

void Builder::mark(const QueryNode& node, const Where& where, HighlightClause::Shape shape, std::uint32_t window,
                   Slots slots, std::vector<std::uint32_t> widths) {
  const std::uint8_t parts = where.parts();
  if (!where.marked || parts == 0) return;
  clauses_.push_back({node.surface, shape, window, std::move(slots), parts, std::move(widths)});
}

}  // namespace

BuiltQuery build_query(const QueryNode& root, const SearchHandle& handle, const Deadline& deadline,
                       bool in_boilerplate) {
  BuiltQuery built;
  built.tree = std::make_unique<QueryNode>(with_synonyms(root, handle.generation->synonyms(), built.warnings));
  Builder builder(handle, deadline, *built.tree);
  built.query = builder.build(*built.tree, {std::nullopt, in_boilerplate, true});
  built.nodes = builder.take_nodes();
  built.clauses = builder.take_clauses();
  std::ranges::copy(builder.warnings(), std::back_inserter(built.warnings));
  return built;
}

}  // namespace backfile
