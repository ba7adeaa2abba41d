#include "server/search/name_completions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "index/fold.h"
#include "index/term.h"
#include "server/search/article_sample.h"
#include "server/search/text_units.h"

namespace backfile {
namespace {

constexpr FieldName kNameFields[] = {FieldName::byline, FieldName::publication, FieldName::section, FieldName::topic};

constexpr std::size_t kMostTerms = 200;   // looked at, of one field
constexpr std::size_t kMostWords = 3;     // whose articles are looked at
constexpr std::size_t kMostSampled = 12;  // articles of each
constexpr std::size_t kMostBytes = 120;   // of a name: what is longer is none

struct Found {
  std::string text;  // of the term, without its prefix
  Xapian::doccount articles = 0;
};

// The terms of this prefix that begin so, those in most articles first.
std::vector<Found> terms_beginning(std::string_view prefix, std::string_view beginning,
                                   const Xapian::Database& database, const Deadline& deadline) {
  std::vector<Found> found;
  const std::string first = std::string(prefix) + ':' + std::string(beginning);
  const auto end = database.allterms_end(first);
  for (auto term = database.allterms_begin(first); term != end && found.size() < kMostTerms; ++term) {
    if (deadline.passed()) break;
    found.push_back({(*term).substr(prefix.size() + 1), term.get_termfreq()});
  }
  std::ranges::stable_sort(found, std::greater<>{}, &Found::articles);
  return found;
}

std::vector<std::string> labels_of(Xapian::docid docid, const Field& row, const Xapian::Database& database) {
  std::vector<std::string> labels;
  const std::string slot = database.get_document(docid).get_value(row.slot);
  for (std::size_t begin = 0; begin < slot.size();) {
    const std::size_t end = std::min(slot.find('\n', begin), slot.size());
    labels.push_back(slot.substr(begin, end - begin));
    begin = end + 1;
  }
  return labels;
}

// The names of a field, each once by its folded form, in the order they are added.
class Names {
 public:
  Names(const Field& row, const SearchHandle& handle, const Deadline& deadline)
      : row_(row), handle_(handle), deadline_(deadline) {}

  void add_beginning(const std::string& typed, std::size_t most) {
    std::vector<Found> labels = terms_beginning(row_.label, typed, handle_.database, deadline_);
    if (labels.size() > most) labels.resize(most);
    for (const Found& label : labels) {
      for (const Xapian::docid docid :
           sample_of_term(std::string(row_.label) + ':' + label.text, handle_, deadline_, 1)) {
        for (const std::string& name : labels_of(docid, row_, handle_.database)) {
          if (fold_label(name) == label.text) add(name, label.articles);
        }
      }
    }
  }

  void add_with_word(const std::string& typed) {
    std::vector<Found> words = terms_beginning(row_.prefix, typed, handle_.database, deadline_);
    if (words.size() > kMostWords) words.resize(kMostWords);
    std::map<std::string, std::uint32_t> counted;
    for (const Found& word : words) {
      for (const Xapian::docid docid :
           sample_of_term(prefixed_term(row_.prefix, word.text), handle_, deadline_, kMostSampled)) {
        for (const std::string& name : labels_of(docid, row_, handle_.database)) {
          const auto units = units_of(name, 16);
          const bool has = std::ranges::any_of(units, [&](const TextUnit& unit) { return unit.folded == word.text; });
          if (has) ++counted[name];
        }
      }
    }
    std::vector<std::pair<std::string, std::uint32_t>> by_count(counted.begin(), counted.end());
    std::ranges::stable_sort(by_count, std::greater<>{}, [](const auto& one) { return one.second; });
    for (const auto& [name, articles] : by_count) add(name, articles);
  }

  std::vector<NameCompletion> take() { return std::move(names_); }

 private:
  void add(const std::string& name, std::uint32_t articles) {
    if (name.size() > kMostBytes || name.find('"') != std::string::npos) return;
    const std::string folded = fold_label(name);
    if (std::ranges::find(folded_, folded) != folded_.end()) return;
    folded_.push_back(folded);
    names_.push_back({row_.id, name, articles});
  }

  const Field& row_;
  const SearchHandle& handle_;
  const Deadline& deadline_;
  std::vector<std::string> folded_;
  std::vector<NameCompletion> names_;
};

}  // namespace

std::span<const FieldName> name_fields() { return kNameFields; }

std::vector<NameCompletion> complete_names(std::string_view typed, std::span<const FieldName> fields,
                                           const SearchHandle& handle, const Deadline& deadline, std::size_t most) {
  const std::string folded = fold_label(typed);
  const bool too_little = folded.size() == 1;  // too many names begin with one letter
  if (folded.empty() || too_little || folded.size() > kMostBytes) return {};
  std::vector<NameCompletion> beginning;
  std::vector<NameCompletion> within;
  const bool one_word = folded.find(' ') == std::string::npos;
  for (const FieldName id : fields) {
    const Field& row = field(id);
    if (row.slot == kNoSlot) continue;
    Names names(row, handle, deadline);
    names.add_beginning(folded, most);
    std::ranges::copy(names.take(), std::back_inserter(beginning));
    if (!one_word || row.prefix.empty()) continue;
    Names others(row, handle, deadline);
    others.add_with_word(folded);
    std::ranges::copy(others.take(), std::back_inserter(within));
  }
  const auto more_articles = [](std::vector<NameCompletion>& names) {
    std::ranges::stable_sort(names, std::greater<>{}, &NameCompletion::articles);
  };
  more_articles(beginning);
  more_articles(within);
  for (NameCompletion& name : within) {
    const std::string label = fold_label(name.name);
    const bool known = std::ranges::any_of(beginning, [&](const NameCompletion& other) {
      return other.field == name.field && fold_label(other.name) == label;
    });
    if (!known) beginning.push_back(std::move(name));
  }
  if (beginning.size() > most) beginning.resize(most);
  return beginning;
}

}  // namespace backfile
