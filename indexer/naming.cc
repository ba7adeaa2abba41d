#include "indexer/naming.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "index/article_id.h"

namespace backfile {
namespace {

// Of articles with one id of their own.
using Group = std::vector<std::uint32_t>;

// States of a page that share less than this part of their text are told as what they may be: different articles.
constexpr std::size_t kLeastPartShared = 10;

class Naming {
 public:
  Naming(const Ledger& ledger, Names& names) : ledger_(ledger), names_(names) {}

  void name_by_url(const Group& group) {
    if (!is_of_several(group)) return name_newest(group, ledger_.articles[group[0]].own_id);
    std::map<std::uint64_t, Group> by_identifier;
    for (std::uint32_t article : group) by_identifier[ledger_.articles[article].identifier].push_back(article);
    for (const auto& [identifier, states] : by_identifier) {
      const std::string& url_id = ledger_.articles[group[0]].own_id;
      name_newest(states, identifier == 0 ? url_id : make_shared_url_id(url_id, identifier));
    }
  }

  // The newest state of an article.
  void name_newest(const Group& group, const std::string& id) {
    const auto newer = [&](std::uint32_t a, std::uint32_t b) { return age(a) < age(b); };
    const std::uint32_t newest = *std::ranges::max_element(group, newer);
    names_.ids[newest] = id;
    for (std::uint32_t article : group) {
      if (article != newest)
        note(article, kind_of_state(article, newest) + name(article) + " is taken from " + place_of(newest));
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
  // Does a file give the address to articles that are told apart in it?
  bool is_of_several(const Group& group) const {
    std::unordered_map<std::uint32_t, std::uint32_t> first_of_file;
    return std::ranges::any_of(group, [&](std::uint32_t article) {
      const LedgerArticle& entry = ledger_.articles[article];
      if (entry.identifier == 0) return false;
      const LedgerArticle& first = ledger_.articles[first_of_file.try_emplace(entry.file, article).first->second];
      return entry.identifier != first.identifier && entry.headline != first.headline;
    });
  }

  std::string kind_of_state(std::uint32_t article, std::uint32_t newest) const {
    const LedgerArticle& older = ledger_.articles[article];
    const LedgerArticle& kept = ledger_.articles[newest];
    if (older.text == kept.text) return "the same article again, kept once: ";
    if (older.headline == kept.headline || share_text(older.lines, kept.lines)) {
      return "an older state of an article, not indexed: ";
    }
    return "another text at the same address, not indexed (is the address its own?): ";
  }

  static bool share_text(const std::vector<TextLine>& a, const std::vector<TextLine>& b) {
    LineSet there;
    for (const TextLine& line : b) there.insert(line.hash);
    std::size_t all = 0;
    std::size_t shared = 0;
    for (const TextLine& line : a) {
      all += line.bytes;
      if (there.contains(line.hash)) shared += line.bytes;
    }
    return shared * kLeastPartShared >= all;
  }

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
    // An address is withdrawn with all articles that give it.
    const LedgerArticle& entry = ledger.articles[i];
    const bool listed =
        withdrawn.contains(names.ids[i]) || (entry.id_from == IdFrom::url && withdrawn.contains(entry.own_id));
    if (names.ids[i].empty() || !listed) continue;
    names.notes.push_back({i, "withdrawn: " + names.ids[i] + " is not indexed"});
    names.ids[i].clear();
  }
  std::ranges::stable_sort(names.notes, {}, &Names::Note::article);
  return names;
}

}  // namespace backfile
