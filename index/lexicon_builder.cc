#include <algorithm>
#include <cstring>
#include <map>

#include "index/lexicon.h"
#include "index/lexicon_layout.h"

namespace backfile {
namespace {

std::uint64_t append_part(std::string& out, const void* bytes, std::size_t size) {
  out.resize((out.size() + 7) / 8 * 8);
  const std::uint64_t offset = out.size();
  out.append(static_cast<const char*>(bytes), size);
  return offset;
}

std::uint64_t append_text(std::string& out, const std::string& text) {
  return append_part(out, text.data(), text.size());
}

std::uint64_t append_numbers(std::string& out, const std::vector<std::uint32_t>& numbers) {
  return append_part(out, numbers.data(), numbers.size() * sizeof(std::uint32_t));
}

// Texts one behind the other, and where each begins.
struct Texts {
  std::string bytes;
  std::vector<std::uint32_t> begins{0};
  void add(std::string_view text) {
    bytes += text;
    begins.push_back(static_cast<std::uint32_t>(bytes.size()));
  }
};

const std::string& surface_of(const TermCount& term) { return term.surface.empty() ? term.term : term.surface; }

using Families = std::map<std::string, std::vector<std::uint32_t>>;

Families make_families(const std::vector<TermCount>& terms, const std::vector<std::string>& languages) {
  Families families;
  for (const std::string& language : languages) {
    const Stemmer stemmer(language);
    for (std::uint32_t number = 0; number < terms.size(); ++number) {
      if (has_forms(terms[number].term)) families[stemmer.family_of(surface_of(terms[number]))].push_back(number);
    }
  }
  std::erase_if(families, [&](const Families::value_type& family) {
    return family.second.size() == 1 && terms[family.second[0]].term == stem_of_family(family.first);
  });
  for (auto& [stem, members] : families) {
    std::ranges::stable_sort(members, std::greater<>{}, [&](std::uint32_t number) { return terms[number].articles; });
  }
  return families;
}

void append_terms(const std::vector<TermCount>& terms, std::string& out, LexiconHeader& header) {
  Texts texts;
  std::vector<std::uint32_t> counts;
  for (const TermCount& term : terms) {
    texts.add(term.term);
    counts.push_back(term.articles);
  }
  header.terms = counts.size();
  header.term_begins = append_numbers(out, texts.begins);
  header.counts = append_numbers(out, counts);
  header.term_texts = append_text(out, texts.bytes);
}

void append_families(const Families& families, std::string& out, LexiconHeader& header) {
  Texts stems;
  std::vector<std::uint32_t> members;
  std::vector<std::uint32_t> member_begins{0};
  for (const auto& [stem, numbers] : families) {
    stems.add(stem);
    members.insert(members.end(), numbers.begin(), numbers.end());
    member_begins.push_back(static_cast<std::uint32_t>(members.size()));
  }
  header.families = member_begins.size() - 1;
  header.stem_begins = append_numbers(out, stems.begins);
  header.member_begins = append_numbers(out, member_begins);
  header.stem_texts = append_text(out, stems.bytes);
  header.members = append_numbers(out, members);
}

void append_surfaces(const std::vector<TermCount>& terms, std::string& out, LexiconHeader& header) {
  Texts texts;
  std::vector<std::uint32_t> numbers;
  std::vector<std::uint32_t> stop_words;
  for (std::uint32_t number = 0; number < terms.size(); ++number) {
    const TermCount& term = terms[number];
    if (term.stop_word) stop_words.push_back(number);
    if (surface_of(term) == term.term) continue;
    numbers.push_back(number);
    texts.add(term.surface);
  }
  header.surfaces = numbers.size();
  header.surface_terms = append_numbers(out, numbers);
  header.surface_begins = append_numbers(out, texts.begins);
  header.surface_texts = append_text(out, texts.bytes);
  header.stop_words = stop_words.size();
  header.stop_word_terms = append_numbers(out, stop_words);
}

}  // namespace

std::string build_lexicon(const std::vector<TermCount>& terms, const std::vector<std::string>& languages) {
  LexiconHeader header{};
  std::string out(sizeof header, '\0');
  std::memcpy(header.magic, kLexiconMagic.data(), kLexiconMagic.size());
  append_terms(terms, out, header);
  append_families(make_families(terms, languages), out, header);
  append_surfaces(terms, out, header);
  header.size = out.size();
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

}  // namespace backfile
