#include "server/search/query_synonyms.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "server/search/query_combine.h"
#include "server/search/query_words.h"

namespace backfile {
namespace {

using Nodes = std::vector<QueryNode>;

bool is_text(FieldName name) {
  return name == FieldName::headline || name == FieldName::summary || name == FieldName::dateline ||
         name == FieldName::body || name == FieldName::boilerplate;
}

// A word that asks for no one form; a run has only one.
bool is_bare_word(const QueryNode& node) { return node.kind == QueryKind::word && (!node.exact || node.is_run()); }

bool is_any_word(const QueryNode& node) { return node.kind == QueryKind::word; }

std::string joined_texts(const Nodes& words) {
  std::string text;
  for (const QueryNode& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

std::string written(const QueryNode& node) {
  if (!node.surface.empty()) return node.surface;
  std::string text;
  for (const QueryNode& child : node.children) text += (text.empty() ? "" : " ") + written(child);
  return text;
}

Nodes words_of(const Synonym& name) {
  const QueryText text(name.written);
  return read_plain_words(text, 0, text.text().size());
}

QueryNode placed(QueryNode node, const QueryNode& like) {
  node.at = like.at;
  node.end = like.end;
  return node;
}

// The words as another name of what `original` says.
QueryNode named(Nodes words, const QueryNode& original) {
  const std::string name = joined_texts(words);
  QueryNode node = placed(phrase_of(std::move(words)), original);
  for (QueryNode& word : node.children) word = placed(std::move(word), original);
  node.surface = written(original);
  if (!is_single_form(node)) node.surface += " → " + name;
  return node;
}

QueryNode group_of(QueryNode original, Nodes others) {
  if (others.empty()) return original;
  QueryNode group = make_node(QueryKind::any, original.at, original.end);
  group.names = true;
  group.children.push_back(std::move(original));
  std::ranges::move(others, std::back_inserter(group.children));
  return group;
}

class SynonymPass {
 public:
  SynonymPass(const Synonyms& synonyms, QueryWarnings& warnings) : synonyms_(synonyms), warnings_(warnings) {}

  QueryNode widen(QueryNode node);

 private:
  using MayBeNamed = bool (*)(const QueryNode&);
  // Ways to write one piece of a phrase or NEAR, the original one first.
  using Piece = std::vector<Nodes>;

  QueryNode side_by_side(QueryNode node);
  QueryNode phrase(QueryNode node);
  QueryNode near(QueryNode node);
  void widen_place(const QueryNode& child, Piece& piece);

  Synonyms::Names find(const Nodes& nodes, std::size_t first, MayBeNamed may_be_named) const;
  Nodes others_of(const Synonyms::Names& names, const QueryNode& original);
  std::vector<Nodes> all_ways(const std::vector<Piece>& pieces, const QueryNode& whole);
  void cap(const QueryNode& node);

  const Synonyms& synonyms_;
  QueryWarnings& warnings_;
  std::size_t added_ = 0;
  bool told_ = false;
};

QueryNode SynonymPass::widen(QueryNode node) {
  switch (node.kind) {
    case QueryKind::word: {
      if (!is_bare_word(node)) return node;
      const Nodes alone{node};
      const Synonyms::Names names = find(alone, 0, is_bare_word);
      return group_of(node, others_of(names, node));
    }
    case QueryKind::phrase:
      return phrase(std::move(node));
    case QueryKind::near:
      return near(std::move(node));
    case QueryKind::all:
    case QueryKind::any:
      return side_by_side(std::move(node));
    case QueryKind::field:
      if (!is_text(node.field)) return node;
      [[fallthrough]];
    case QueryKind::scope:
    case QueryKind::exclude:
      node.children.front() = widen(std::move(node.children.front()));
      return node;
    default:
      return node;
  }
}

// The longest name that begins with the node `first`.
Synonyms::Names SynonymPass::find(const Nodes& nodes, std::size_t first, MayBeNamed may_be_named) const {
  std::vector<std::string_view> words;
  for (std::size_t i = first; i < nodes.size() && words.size() < kMaxNameWords && may_be_named(nodes[i]); ++i) {
    words.push_back(nodes[i].text);
  }
  return synonyms_.find(words);
}

Nodes SynonymPass::others_of(const Synonyms::Names& names, const QueryNode& original) {
  Nodes others;
  if (names.words == 0) return others;
  for (const Synonym& other : *names.others) {
    if (added_ == kMaxAddedNames) {
      cap(original);
      break;
    }
    ++added_;
    others.push_back(named(words_of(other), original));
  }
  return others;
}

void SynonymPass::cap(const QueryNode& node) {
  if (std::exchange(told_, true)) return;
  warnings_.push_back({WarningCode::expansion_capped,
                       quoted_piece(written(node)) + " has more other names than a query may have: not all of them "
                                                     "are searched.",
                       node.at});
}

QueryNode SynonymPass::side_by_side(QueryNode node) {
  Nodes widened;
  for (std::size_t i = 0; i < node.children.size();) {
    const Synonyms::Names names = find(node.children, i, is_bare_word);
    if (names.words < 2) {
      widened.push_back(widen(std::move(node.children[i++])));
      continue;
    }
    QueryNode original = make_node(QueryKind::all, node.children[i].at, node.children[i + names.words - 1].end);
    const auto first = node.children.begin() + static_cast<std::ptrdiff_t>(i);
    original.children.assign(first, first + static_cast<std::ptrdiff_t>(names.words));
    Nodes others = others_of(names, original);
    if (node.kind == QueryKind::all && !others.empty()) {
      widened.push_back(group_of(std::move(original), std::move(others)));
    } else {
      std::ranges::move(original.children, std::back_inserter(widened));
      std::ranges::move(others, std::back_inserter(widened));
    }
    i += names.words;
  }
  if (widened.size() == 1) return std::move(widened.front());
  node.children = std::move(widened);
  return node;
}

// Every choice of one way from each piece, the originals first; at most kMaxVariants.
std::vector<Nodes> SynonymPass::all_ways(const std::vector<Piece>& pieces, const QueryNode& whole) {
  std::vector<Nodes> ways(1);
  for (const Piece& piece : pieces) {
    std::vector<Nodes> longer;
    for (const Nodes& way : ways) {
      for (const Nodes& choice : piece) {
        if (longer.size() == kMaxVariants) {
          cap(whole);
          break;
        }
        longer.push_back(way);
        longer.back().insert(longer.back().end(), choice.begin(), choice.end());
      }
    }
    ways = std::move(longer);
  }
  added_ += ways.size() - 1;
  if (added_ > kMaxAddedNames) {
    cap(whole);
    ways.resize(ways.size() - std::min(ways.size() - 1, added_ - kMaxAddedNames));
    added_ = kMaxAddedNames;
  }
  return ways;
}

QueryNode SynonymPass::phrase(QueryNode node) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < node.children.size();) {
    const Synonyms::Names names = find(node.children, i, is_any_word);
    const std::size_t count = std::max<std::size_t>(names.words, 1);
    const auto first = node.children.begin() + static_cast<std::ptrdiff_t>(i);
    Piece piece{Nodes(first, first + static_cast<std::ptrdiff_t>(count))};
    if (names.words > 0) {
      for (const Synonym& other : *names.others) piece.push_back(words_of(other));
    }
    pieces.push_back(std::move(piece));
    i += count;
  }
  std::vector<Nodes> ways = all_ways(pieces, node);
  Nodes others;
  for (std::size_t way = 1; way < ways.size(); ++way) {
    for (QueryNode& word : ways[way]) word.exact = word.kind == QueryKind::word;
    others.push_back(named(std::move(ways[way]), node));
  }
  return group_of(std::move(node), std::move(others));
}

// The ways to fill one place of a NEAR: other names of one form join the place, each longer one is a way of its own.
void SynonymPass::widen_place(const QueryNode& child, Piece& piece) {
  if (child.kind == QueryKind::phrase) {
    QueryNode group = phrase(child);
    if (!group.names) return;
    for (std::size_t i = 1; i < group.children.size(); ++i) piece.push_back({std::move(group.children[i])});
    return;
  }
  Nodes forms = child.kind == QueryKind::any ? child.children : Nodes{child};
  const Nodes originals = forms;
  for (std::size_t i = 0; i < originals.size(); ++i) {
    if (!is_bare_word(originals[i])) continue;
    const Nodes alone{originals[i]};
    for (QueryNode& other : others_of(find(alone, 0, is_bare_word), originals[i])) {
      if (is_single_form(other) && is_single_form(originals[i])) {
        forms.push_back(std::move(other));
      } else {
        piece.push_back({std::move(other)});
      }
    }
  }
  if (forms.size() == originals.size()) return;
  QueryNode place = make_node(QueryKind::any, child.at, child.end);
  place.children = std::move(forms);
  piece.front() = {std::move(place)};
}

QueryNode SynonymPass::near(QueryNode node) {
  std::vector<Piece> pieces;
  for (const QueryNode& child : node.children) {
    pieces.push_back({Nodes{child}});
    widen_place(child, pieces.back());
  }
  std::vector<Nodes> ways = all_ways(pieces, node);
  Nodes others;
  for (std::size_t way = 1; way < ways.size(); ++way) {
    QueryNode other = node;
    other.surface = written(node) + " →";
    for (std::size_t i = 0; i < ways[way].size(); ++i) {
      const QueryNode& place = ways[way][i];
      if (same_query(place, ways.front()[i])) continue;
      other.surface += " " + joined_texts(place.children.empty() ? Nodes{place} : place.children);
    }
    other.children = std::move(ways[way]);
    others.push_back(std::move(other));
  }
  node.children = std::move(ways.front());
  return group_of(std::move(node), std::move(others));
}

}  // namespace

QueryNode with_synonyms(QueryNode root, const Synonyms& synonyms, QueryWarnings& warnings) {
  return SynonymPass(synonyms, warnings).widen(std::move(root));
}

}  // namespace backfile
