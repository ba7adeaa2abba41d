#include "indexer/naming.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "index/article_id.h"

namespace backfile {
namespace {

// Of articles with one id of their own.
using Group = std::vector<std::uint32_t>;

class Naming {
 public:
  Naming(const Ledger& ledger, Names& names) : ledger_(ledger), names_(names) {}

  // The newest state of the page at one address.
  void name_by_url(const Group& group) {
    const auto newer = [&](std::uint32_t a, std::uint32_t b) { return age(a) < age(b); };
    const std::uint32_t newest = *std::ranges::max_element(group, newer);
    names_.ids[newest] = ledger_.articles[newest].own_id;
    for (std::uint32_t article : group) {
      if (article == newest) continue;
      const bool same = ledger_.articles[article].text == ledger_.articles[newest].text;
      note(article, (same ? "the same article again, kept once: " : "an older state of an article, not indexed: ") +
                        name(article) + " is taken from " + place_of(newest));
    }
  }

  void name_by_identifier(const Group& group) {
    std::unordered_set<std::uint64_t> texts;
    for (std::uint32_t article : group) {
      const LedgerArticle& entry = ledger_.articles[article];
      const bool first = texts.empty();
      if (!texts.insert(entry.text).second) {
        note(article, "the same article again, kept once: " + name(article));
        continue;
      }
      names_.ids[article] = first ? entry.own_id : place_id(entry);
      if (!first) note(article, "another article of the same name with other text, both kept: " + name(article));
    }
  }

 private:
  std::tuple<std::int64_t, std::int64_t, std::uint32_t> age(std::uint32_t article) const {
    const LedgerArticle& entry = ledger_.articles[article];
    return {entry.crawled, entry.published, article};
  }

  std::string place_id(const LedgerArticle& entry) const {
    Article article;
    article.file = ledger_.files[entry.file].file;
    return make_place_id(article, ledger_.files[entry.file].archive, entry.place);
  }

  const std::string& name(std::uint32_t article) const { return ledger_.articles[article].name; }

  std::string place_of(std::uint32_t article) const {
    const LedgerArticle& entry = ledger_.articles[article];
    return ledger_.files[entry.file].file + (entry.line > 0 ? ":" + std::to_string(entry.line) : "");
  }

  void note(std::uint32_t article, std::string message) { names_.notes.push_back({article, std::move(message)}); }

  const Ledger& ledger_;
  Names& names_;
};

}  // namespace

Names name_articles(const Ledger& ledger, const WithdrawnIds& withdrawn) {
  Names names;
  names.ids.resize(ledger.articles.size());
  std::unordered_map<std::string_view, Group> groups;
  for (std::uint32_t i = 0; i < ledger.articles.size(); ++i) groups[ledger.articles[i].own_id].push_back(i);
  Naming naming(ledger, names);
  for (const auto& [id, group] : groups) {
    const LedgerArticle& first = ledger.articles[group[0]];
    if (group.size() == 1) {
      names.ids[group[0]] = first.own_id;
    } else if (first.id_from == IdFrom::url) {
      naming.name_by_url(group);
    } else {
      naming.name_by_identifier(group);
    }
  }
  for (std::uint32_t i = 0; i < names.ids.size(); ++i) {
    const auto listed = withdrawn.find(names.ids[i]);
    if (names.ids[i].empty() || listed == withdrawn.end()) continue;
    names.notes.push_back({i, "withdrawn: " + names.ids[i] + " is not indexed"});
    names.ids[i].clear();
  }
  std::ranges::stable_sort(names.notes, {}, &Names::Note::article);
  return names;
}

}  // namespace backfile
