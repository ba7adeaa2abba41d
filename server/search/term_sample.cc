#include "server/search/term_sample.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "index/term.h"
#include "index/tokenizer.h"

namespace backfile {
namespace {

constexpr std::size_t kMostWords = 3;  // of a phrase

using WordId = std::uint32_t;
constexpr WordId kGap = ~WordId{0};  // between paragraphs

struct Word {
  std::string term;
  std::string_view written;  // the majority's, by Boyer and Moore's vote
  std::uint32_t votes = 0;
  std::uint32_t articles = 0;
  std::uint32_t last_article = ~std::uint32_t{0};
  bool is_content = false;  // says something by itself
  bool is_pair = false;     // of characters, in a script without spaces

  void vote(std::string_view slice) {
    if (votes == 0) written = slice;
    written == slice ? ++votes : --votes;
  }
};

bool has_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return (c & 0x80) != 0 || (c >= 'a' && c <= 'z'); });
}

class Sample {
 public:
  explicit Sample(const Lexicon& lexicon) : lexicon_(lexicon) {}

  void add(const Article& article) {
    if (article.headline_is_given()) add_text(article.headline);
    for (const auto* texts : {&article.summary, &article.body}) {
      for (const std::string& text : *texts) add_text(text);
    }
    ends_.push_back(stream_.size());
  }

  std::vector<SampledTerm> words(std::uint32_t least) const {
    std::vector<SampledTerm> found;
    for (const Word& word : words_) {
      if (word.is_content && word.articles >= least) {
        found.push_back({{word.term}, std::string(word.written), word.articles});
      }
    }
    return found;
  }

  std::vector<SampledTerm> phrases(std::uint32_t least) const {
    std::vector<Occurrence> all = occurrences(least);
    std::ranges::sort(all);
    const auto repeats = std::ranges::unique(all);
    all.erase(repeats.begin(), repeats.end());
    std::vector<SampledTerm> found;
    for (std::size_t i = 0, end = 0; i < all.size(); i = end) {
      while (end < all.size() && all[end].words == all[i].words) ++end;
      if (end - i >= least) found.push_back(phrase(all[i].words, static_cast<std::uint32_t>(end - i)));
    }
    return found;
  }

 private:
  using Words = std::array<WordId, kMostWords>;  // kGap where there are fewer
  struct Occurrence {
    Words words;
    std::uint32_t article;
    friend auto operator<=>(const Occurrence&, const Occurrence&) = default;
  };

  void add_text(const std::string& text) {
    const auto article = static_cast<std::uint32_t>(ends_.size());
    Tokenizer tokenizer(text);
    Token token;
    std::uint32_t expected = 0;
    while (tokenizer.next(token)) {
      if (token.kind == TokenKind::ngram_char) continue;
      if (token.position != expected) stream_.push_back(kGap);
      expected = token.position + 1;
      const WordId id = id_of(token);
      Word& word = words_[id];
      word.vote(std::string_view(text).substr(token.begin, token.end - token.begin));
      if (word.last_article != article) ++word.articles;
      word.last_article = article;
      stream_.push_back(id);
    }
    stream_.push_back(kGap);
  }

  WordId id_of(const Token& token) {
    const auto [found, is_new] = ids_.try_emplace(std::string(token.text), static_cast<WordId>(words_.size()));
    if (is_new) {
      Word& word = words_.emplace_back();
      word.term = plain_term(token.text);
      word.is_pair = token.kind == TokenKind::bigram;
      const auto number = lexicon_.find(word.term);
      word.is_content = number && !lexicon_.is_stop_word(*number) && token.text.size() > 1 && has_letter(token.text);
    }
    return found->second;
  }

  // Of two and three words side by side that are each frequent enough, at every place.
  std::vector<Occurrence> occurrences(std::uint32_t least) const {
    std::vector<Occurrence> all;
    std::uint32_t article = 0;
    for (std::size_t at = 0; at < stream_.size(); ++at) {
      while (at >= ends_[article]) ++article;
      Words words{kGap, kGap, kGap};
      for (std::size_t i = 0; i < kMostWords && at + i < stream_.size(); ++i) {
        const WordId id = stream_[at + i];
        if (id == kGap || !may_stand_in_phrase(words_[id], least)) break;
        if (words_[id].is_pair != words_[stream_[at]].is_pair) break;
        if (i == 0 && !words_[id].is_content) break;
        words[i] = id;
        if (i > 0 && words_[id].is_content) all.push_back({words, article});
      }
    }
    return all;
  }

  static bool may_stand_in_phrase(const Word& word, std::uint32_t least) {
    return word.articles >= least && has_letter(word.term);
  }

  SampledTerm phrase(const Words& words, std::uint32_t articles) const {
    SampledTerm made{{}, "", articles};
    for (const WordId id : words) {
      if (id == kGap) break;
      const Word& word = words_[id];
      made.terms.push_back(word.term);
      if (made.shown.empty()) {
        made.shown = word.written;
      } else if (word.is_pair) {  // its first character is the last of the pair before
        made.shown += last_character(word.written);
      } else {
        made.shown.append(" ").append(word.written);
      }
    }
    return made;
  }

  const Lexicon& lexicon_;
  std::vector<Word> words_;
  std::unordered_map<std::string, WordId> ids_;
  std::vector<WordId> stream_;     // the words of all articles as they stand
  std::vector<std::size_t> ends_;  // of each article in the stream
};

}  // namespace

std::string_view last_character(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && (text[begin] & 0xC0) == 0x80) --begin;
  return text.substr(begin);
}

std::vector<SampledTerm> sampled_terms(const std::vector<Article>& articles, const Lexicon& lexicon,
                                       std::uint32_t least) {
  Sample sample(lexicon);
  for (const Article& article : articles) sample.add(article);
  std::vector<SampledTerm> terms = sample.words(least);
  for (SampledTerm& phrase : sample.phrases(least)) terms.push_back(std::move(phrase));
  return terms;
}

}  // namespace backfile
