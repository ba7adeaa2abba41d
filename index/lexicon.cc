#include "index/lexicon.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "index/index_error.h"

namespace backfile {
namespace {

constexpr std::string_view kMagic{"BFLEX\0\0\1", 8};

struct Header {
  char magic[8];
  std::uint64_t terms;
  std::uint64_t families;
  std::uint64_t term_begins;
  std::uint64_t counts;
  std::uint64_t term_texts;
  std::uint64_t stem_begins;
  std::uint64_t member_begins;
  std::uint64_t stem_texts;
  std::uint64_t members;
  std::uint64_t size;
};

std::uint64_t append_part(std::string& out, const void* bytes, std::size_t size) {
  out.resize((out.size() + 7) / 8 * 8);
  const std::uint64_t offset = out.size();
  out.append(static_cast<const char*>(bytes), size);
  return offset;
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

using Families = std::map<std::string, std::vector<std::uint32_t>>;

Families make_families(const std::vector<TermCount>& terms, const std::vector<std::string>& languages) {
  Families families;
  for (const std::string& language : languages) {
    const Stemmer stemmer(language);
    for (std::uint32_t number = 0; number < terms.size(); ++number) {
      if (!has_forms(terms[number].term)) continue;
      families[language + ":" + stemmer.stem(terms[number].term)].push_back(number);
    }
  }
  std::erase_if(families, [&](const Families::value_type& family) {
    const std::string_view stem = std::string_view(family.first).substr(family.first.find(':') + 1);
    return family.second.size() == 1 && terms[family.second[0]].term == stem;
  });
  for (auto& [stem, members] : families) {
    std::ranges::stable_sort(members, std::greater<>{}, [&](std::uint32_t number) { return terms[number].articles; });
  }
  return families;
}

}  // namespace

std::string build_lexicon(const std::vector<TermCount>& terms, const std::vector<std::string>& languages) {
  Texts term_texts;
  std::vector<std::uint32_t> counts;
  for (const TermCount& term : terms) {
    term_texts.add(term.term);
    counts.push_back(term.articles);
  }
  Texts stem_texts;
  std::vector<std::uint32_t> members;
  std::vector<std::uint32_t> member_begins{0};
  for (const auto& [stem, numbers] : make_families(terms, languages)) {
    stem_texts.add(stem);
    members.insert(members.end(), numbers.begin(), numbers.end());
    member_begins.push_back(static_cast<std::uint32_t>(members.size()));
  }

  Header header{};
  std::string out(sizeof header, '\0');
  std::memcpy(header.magic, kMagic.data(), kMagic.size());
  header.terms = counts.size();
  header.families = member_begins.size() - 1;
  header.term_begins = append_numbers(out, term_texts.begins);
  header.counts = append_numbers(out, counts);
  header.term_texts = append_part(out, term_texts.bytes.data(), term_texts.bytes.size());
  header.stem_begins = append_numbers(out, stem_texts.begins);
  header.member_begins = append_numbers(out, member_begins);
  header.stem_texts = append_part(out, stem_texts.bytes.data(), stem_texts.bytes.size());
  header.members = append_numbers(out, members);
  header.size = out.size();
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

Lexicon::Lexicon(const std::filesystem::path& file) {
  const auto damaged = [&] {
    return IndexError(file.string() + " is missing or damaged: run backfile-indexer index --full");
  };
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw damaged();
  struct stat status {};
  void* mapped = MAP_FAILED;
  if (::fstat(fd, &status) == 0 && status.st_size >= static_cast<off_t>(sizeof(Header))) {
    mapped = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_SHARED, fd, 0);
  }
  ::close(fd);
  if (mapped == MAP_FAILED) throw damaged();
  bytes_ = {static_cast<const char*>(mapped), static_cast<std::size_t>(status.st_size)};

  Header header;
  std::memcpy(&header, bytes_.data(), sizeof header);
  if (std::string_view(header.magic, 8) != kMagic || header.size != bytes_.size()) {
    ::munmap(mapped, bytes_.size());
    throw damaged();
  }
  bool whole = true;
  const auto numbers = [&](std::uint64_t offset, std::uint64_t count) -> std::span<const std::uint32_t> {
    if (offset % 8 != 0 || offset > bytes_.size() || count > (bytes_.size() - offset) / 4) whole = false;
    if (!whole) return {};
    return std::span(reinterpret_cast<const std::uint32_t*>(bytes_.data() + offset), count);
  };
  term_count_ = static_cast<std::uint32_t>(header.terms);
  family_count_ = static_cast<std::uint32_t>(header.families);
  term_begins_ = numbers(header.term_begins, header.terms + 1);
  counts_ = numbers(header.counts, header.terms);
  stem_begins_ = numbers(header.stem_begins, header.families + 1);
  member_begins_ = numbers(header.member_begins, header.families + 1);
  if (whole) members_ = numbers(header.members, member_begins_.back());
  whole = whole && header.term_texts <= bytes_.size() && term_begins_.back() <= bytes_.size() - header.term_texts &&
          header.stem_texts <= bytes_.size() && stem_begins_.back() <= bytes_.size() - header.stem_texts;
  if (!whole) {
    ::munmap(mapped, bytes_.size());
    throw damaged();
  }
  term_texts_ = bytes_.data() + header.term_texts;
  stem_texts_ = bytes_.data() + header.stem_texts;
}

Lexicon::~Lexicon() { ::munmap(const_cast<char*>(bytes_.data()), bytes_.size()); }

std::string_view Lexicon::term(std::uint32_t number) const {
  return {term_texts_ + term_begins_[number], term_begins_[number + 1] - term_begins_[number]};
}

namespace {

// The first of `count` texts in byte order for which `is_before` does not hold.
template <typename IsBefore>
std::uint32_t first_not(std::uint32_t count, IsBefore is_before) {
  std::uint32_t low = 0;
  std::uint32_t high = count;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (is_before(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace

std::uint32_t Lexicon::lower_bound(std::string_view text) const {
  return first_not(term_count_, [&](std::uint32_t number) { return term(number) < text; });
}

std::uint32_t Lexicon::upper_bound_of_beginning(std::string_view beginning) const {
  return first_not(term_count_,
                   [&](std::uint32_t number) { return term(number).substr(0, beginning.size()) <= beginning; });
}

std::optional<std::uint32_t> Lexicon::find(std::string_view wanted) const {
  const std::uint32_t at = lower_bound(wanted);
  if (at == term_count_ || term(at) != wanted) return std::nullopt;
  return at;
}

std::string_view Lexicon::stem(std::uint32_t number) const {
  return {stem_texts_ + stem_begins_[number], stem_begins_[number + 1] - stem_begins_[number]};
}

std::optional<std::uint32_t> Lexicon::find_stem(std::string_view wanted) const {
  const std::uint32_t at = first_not(family_count_, [&](std::uint32_t number) { return stem(number) < wanted; });
  if (at == family_count_ || stem(at) != wanted) return std::nullopt;
  return at;
}

Family Lexicon::family(const std::string& word, std::span<const std::string> languages,
                       std::span<const Stemmer> stemmers) const {
  std::vector<std::uint32_t> numbers;
  if (const auto own = find(word)) numbers.push_back(*own);
  if (has_forms(word)) {
    for (std::size_t i = 0; i < languages.size(); ++i) {
      const std::string stem = stemmers[i].stem(word);
      if (const auto family = find_stem(languages[i] + ":" + stem)) {
        for (std::uint32_t m = member_begins_[*family]; m < member_begins_[*family + 1]; ++m) {
          numbers.push_back(members_[m]);
        }
      } else if (const auto lone = find(stem); lone && stemmers[i].stem(stem) == stem) {
        numbers.push_back(*lone);  // a family of its own stem alone is not written
      }
    }
  }
  std::ranges::sort(numbers, [this](std::uint32_t a, std::uint32_t b) {
    return counts_[a] != counts_[b] ? counts_[a] > counts_[b] : a < b;
  });
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  Family family;
  family.capped = numbers.size() > kMaxForms;
  if (family.capped) numbers.resize(kMaxForms);
  for (std::uint32_t number : numbers) family.forms.push_back(term(number));
  return family;
}

}  // namespace backfile
