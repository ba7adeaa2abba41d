#include "indexer/lexicon_terms.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "index/language_tag.h"
#include "index/schema.h"
#include "index/stems.h"
#include "index/surface.h"
#include "index/term.h"

namespace backfile {
namespace {

// By term. Xapian's metadata is of one segment each.
std::unordered_map<std::string, Surfaces> surfaces_of(const std::vector<Xapian::Database>& segments) {
  std::unordered_map<std::string, Surfaces> terms;
  const std::string prefix(kSurfaceKey);
  for (const Xapian::Database& segment : segments) {
    for (auto key = segment.metadata_keys_begin(prefix); key != segment.metadata_keys_end(prefix); ++key) {
      const std::string whole = *key;
      add_surfaces(segment.get_metadata(whole), terms[whole.substr(prefix.size())]);
    }
  }
  return terms;
}

}  // namespace

std::vector<TermCount> lexicon_terms(const std::vector<std::filesystem::path>& files) {
  Xapian::Database all;
  std::vector<Xapian::Database> segments;
  for (const std::filesystem::path& file : files) all.add_database(segments.emplace_back(file.string()));
  const std::unordered_map<std::string, Surfaces> surfaces = surfaces_of(segments);
  std::vector<TermCount> terms;
  for (auto term = all.allterms_begin(); term != all.allterms_end(); ++term) {
    if (!is_plain_term(*term)) continue;
    terms.push_back({*term, term.get_termfreq()});
    TermCount& added = terms.back();
    const auto found = surfaces.find(added.term);
    if (found != surfaces.end()) {
      added.surface = commonest_surface(added.term, all.get_collection_freq(added.term), found->second);
    }
  }
  return terms;
}

std::vector<std::string> family_languages(const Xapian::Database& database) {
  const std::string prefix = prefixed_term(field(FieldName::language).label, "");
  const double least = kLeastShareOfFamilies * database.get_doccount();
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string language = (*term).substr(prefix.size());
    // Of zh-hant and nb the articles are also under zh and no: each is asked about once.
    if (language == "en" || language == "no" || primary_language(language) != language) continue;
    if (has_stemmer(language) && term.get_termfreq() >= least) found.emplace_back(term.get_termfreq(), language);
  }
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> languages{"en"};
  for (auto& [articles, language] : found) languages.push_back(std::move(language));
  return languages;
}

}  // namespace backfile
