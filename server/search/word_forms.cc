#include "server/search/word_forms.h"

#include <algorithm>
#include <iterator>

#include "index/surface.h"
#include "index/term.h"
#include "server/search/expansion.h"

namespace backfile {
namespace {

std::size_t count_expanded(const QueryNode& node) {
  std::size_t count = node.kind == QueryKind::wildcard || node.kind == QueryKind::fuzzy ? 1 : 0;
  for (const QueryNode& child : node.children) count += count_expanded(child);
  return count;
}

}  // namespace

WordForms::WordForms(const SearchHandle& handle, const QueryNode& root)
    : handle_(handle), expansions_each_(kMaxExpansions / std::max<std::size_t>(count_expanded(root), 1)) {}

Expansion WordForms::expand(const QueryNode& node, const Vocabulary& vocabulary) const {
  const Lexicon& lexicon = handle_.generation->lexicon();
  if (node.kind == QueryKind::fuzzy) return expand_fuzzy(lexicon, node.text, node.number, expansions_each_);
  Expansion expansion;
  if (vocabulary.lexicon) expansion = expand_wildcard(lexicon, node.text, expansions_each_);
  if (vocabulary.prefix.empty()) return expansion;
  const Expansion more = expand_wildcard(handle_.database, vocabulary.prefix, node.text, expansions_each_);
  for (const std::string& term : more.terms) {
    if (std::ranges::find(expansion.terms, term) == expansion.terms.end()) expansion.terms.push_back(term);
  }
  expansion.capped = expansion.capped || more.capped || expansion.terms.size() > expansions_each_;
  expansion.terms.resize(std::min(expansion.terms.size(), expansions_each_));
  return expansion;
}

Forms WordForms::forms_of(const QueryNode& node, const Vocabulary& vocabulary) {
  const Lexicon& lexicon = handle_.generation->lexicon();
  if (node.kind == QueryKind::word) {
    const std::string own = plain_term(node.text);
    if (node.exact || !vocabulary.stems) return {own};
    const Family family = lexicon.family(own, surface_of(node.surface), handle_.stemmers);
    if (family.capped) {
      warnings_.push_back({WarningCode::expansion_capped,
                           quoted_piece(node.surface) + " has more forms than a word may have: only the " +
                               std::to_string(kMaxForms) + " commonest are searched.",
                           node.at});
    }
    Forms forms(family.forms.begin(), family.forms.end());
    // What no article has in its text may still stand in a field that the lexicon does not hold.
    if (std::ranges::find(forms, own) == forms.end()) forms.push_back(own);
    return forms;
  }
  Expansion expansion = expand(node, vocabulary);
  if (expansion.capped) {
    warnings_.push_back({WarningCode::expansion_capped,
                         quoted_piece(node.surface) + " stands for more words than a query may have: only the " +
                             std::to_string(expansion.terms.size()) + " commonest are searched.",
                         node.at});
  }
  return std::move(expansion.terms);
}

bool WordForms::is_stop_word(const QueryNode& node) const {
  const Lexicon& lexicon = handle_.generation->lexicon();
  const auto number = node.kind == QueryKind::word ? lexicon.find(plain_term(node.text)) : std::nullopt;
  return number && lexicon.is_stop_word(*number);
}

Slots WordForms::slots_of(const QueryNode& node, bool followed, const Vocabulary& vocabulary) {
  if (!node.is_run()) return {forms_of(node, vocabulary)};
  Slots slots;
  for (const std::string& bigram : node.bigrams) slots.push_back({plain_term(bigram)});
  if (followed || slots.empty()) slots.push_back({plain_term(node.characters.back())});
  return slots;
}

Slots WordForms::slots_of_all(const std::vector<QueryNode>& children, const Vocabulary& vocabulary) {
  Slots slots;
  for (const QueryNode& child : children) {
    std::ranges::move(slots_of(child, &child != &children.back(), vocabulary), std::back_inserter(slots));
  }
  return slots;
}

}  // namespace backfile
