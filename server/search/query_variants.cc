#include "server/search/query_variants.h"

#include <algorithm>
#include <optional>

#include "server/search/query_text.h"
#include "server/search/spelling.h"

namespace backfile {
namespace {

constexpr std::size_t kSuggestionsEach = 2;
constexpr std::size_t kSureLetters = 6;
constexpr std::uint32_t kSureTimes = 50;

// What a piece of the query, in code points, may be replaced by; the likeliest first.
struct Mend {
  std::uint32_t at = 0;
  std::uint32_t end = 0;
  std::vector<std::string> texts;
  std::string reason;
};

class Mender {
 public:
  Mender(const Lexicon& lexicon, std::span<const Stemmer> stemmers, std::uint32_t common)
      : lexicon_(lexicon), stemmers_(stemmers), common_(common) {}

  void visit(const QueryNode& node);

  std::vector<Mend> spelling;
  std::vector<Mend> others;

 private:
  bool is_common(const QueryNode& word) const;
  std::string as_written(const std::string& suggestion) const;
  void mend_word(const QueryNode& word);
  void mend_neighbours(const QueryNode& node);

  const Lexicon& lexicon_;
  std::span<const Stemmer> stemmers_;
  std::uint32_t common_;
};

bool is_mendable(const QueryNode& node, bool in_phrase) {
  return node.kind == QueryKind::word && !node.is_run() && (in_phrase || !node.exact);
}

bool Mender::is_common(const QueryNode& word) const {
  for (std::string_view form : lexicon_.family(word.text, word.surface, stemmers_).forms) {
    if (lexicon_.articles(*lexicon_.find(form)) > common_) return true;
  }
  return false;
}

// A suggestion's words with the accents that they commonly have. Letters alone ("e mail") are joined by a hyphen.
std::string Mender::as_written(const std::string& suggestion) const {
  std::string text;
  for (std::size_t at = 0; at < suggestion.size();) {
    const std::size_t end = std::min(suggestion.find(' ', at), suggestion.size());
    const std::string word = suggestion.substr(at, end - at);
    const auto number = lexicon_.find(word);
    if (!text.empty()) text += at == 2 ? "-" : " ";
    text += number ? std::string(lexicon_.surface(*number)) : word;
    at = end + 1;
  }
  return text;
}

void Mender::mend_word(const QueryNode& word) {
  if (is_common(word)) return;
  const auto own = lexicon_.find(word.text);
  Mend mend{word.at, word.end, {}, "spelling"};
  for (const Suggestion& suggestion : suggest_words(lexicon_, word.text, kSuggestionsEach)) {
    // A word that some articles have may be rare and right.
    const bool surely = suggestion.edits == 1 && word.text.size() >= kSureLetters &&
                        suggestion.articles >= kSureTimes * lexicon_.articles(own.value_or(0));
    if (!own || surely) mend.texts.push_back(as_written(suggestion.text));
  }
  if (!mend.texts.empty()) spelling.push_back(std::move(mend));
  if (const auto split = suggest_split(lexicon_, word.text)) {
    others.push_back({word.at, word.end, {as_written(split->text)}, "split"});
  }
}

void Mender::mend_neighbours(const QueryNode& node) {
  const bool in_phrase = node.kind == QueryKind::phrase;
  if (node.kind != QueryKind::all && !in_phrase) return;
  for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
    const QueryNode& first = node.children[i];
    const QueryNode& second = node.children[i + 1];
    if (!is_mendable(first, in_phrase) || !is_mendable(second, in_phrase)) continue;
    if (const auto joined = suggest_joined(lexicon_, first.text, second.text)) {
      others.push_back({first.at, second.end, {as_written(joined->text)}, "joined"});
    }
  }
}

void Mender::visit(const QueryNode& node) {
  if (node.kind == QueryKind::exclude) return;
  if (node.kind == QueryKind::field && !field(node.field).label.empty()) return;
  mend_neighbours(node);
  if (is_mendable(node, false)) mend_word(node);
  for (const QueryNode& child : node.children) {
    if (node.kind == QueryKind::phrase && is_mendable(child, true)) mend_word(child);
    if (node.kind != QueryKind::phrase) visit(child);
  }
}

// Does a piece of the query touch a sign that was read as none, as in *riff?
bool touches_wildcard(const QueryText& text, const Mend& mend) {
  const std::string_view before = mend.at > 0 ? text.piece(mend.at - 1, mend.at) : "";
  const std::string_view behind = mend.end < text.characters() ? text.piece(mend.end, mend.end + 1) : "";
  return before == "*" || before == "?" || behind == "*";
}

// The query with these pieces replaced, each by its text of this number (or its last).
std::string replaced(const QueryText& text, std::vector<Mend> mends, std::size_t number) {
  std::ranges::sort(mends, {}, &Mend::at);
  std::string query;
  std::uint32_t at = 0;
  for (const Mend& mend : mends) {
    if (mend.at < at) continue;  // one that overlaps the last
    query.append(text.piece(at, mend.at)).append(mend.texts[std::min(number, mend.texts.size() - 1)]);
    at = mend.end;
  }
  return query.append(text.piece(at, text.characters()));
}

}  // namespace

std::vector<QueryVariant> query_variants(std::string_view query, const QueryNode& root, const Lexicon& lexicon,
                                         std::span<const Stemmer> stemmers, std::uint32_t common, std::size_t most) {
  Mender mender(lexicon, stemmers, common);
  mender.visit(root);
  const QueryText text(query);
  std::erase_if(mender.spelling, [&](const Mend& mend) { return touches_wildcard(text, mend); });
  std::vector<QueryVariant> variants;
  const auto add = [&](std::vector<Mend> mends, std::size_t number, const std::string& reason) {
    std::string variant = replaced(text, std::move(mends), number);
    if (variants.size() < most && std::ranges::find(variants, variant, &QueryVariant::query) == variants.end()) {
      variants.push_back({std::move(variant), reason});
    }
  };
  if (!mender.spelling.empty()) {
    for (std::size_t number = 0; number < kSuggestionsEach; ++number) add(mender.spelling, number, "spelling");
  }
  for (const Mend& other : mender.others) add({other}, 0, other.reason);
  if (mender.spelling.size() > 1) {
    for (const Mend& one : mender.spelling) add({one}, 0, "spelling");
  }
  return variants;
}

}  // namespace backfile
