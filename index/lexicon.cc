#include "index/lexicon.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "index/index_error.h"
#include "index/lexicon_layout.h"

namespace backfile {
Lexicon::Lexicon(const std::filesystem::path& file) {
  const auto damaged = [&] {
    return IndexError(file.string() + " is missing or damaged: run backfile-indexer index --full");
  };
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw damaged();
  struct stat status {};
  void* mapped = MAP_FAILED;
  if (::fstat(fd, &status) == 0 && status.st_size >= static_cast<off_t>(sizeof(LexiconHeader))) {
    mapped = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_SHARED, fd, 0);
  }
  ::close(fd);
  if (mapped == MAP_FAILED) throw damaged();
  bytes_ = {static_cast<const char*>(mapped), static_cast<std::size_t>(status.st_size)};

  LexiconHeader header;
  std::memcpy(&header, bytes_.data(), sizeof header);
  if (std::string_view(header.magic, 8) != kLexiconMagic || header.size != bytes_.size()) {
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
  surface_terms_ = numbers(header.surface_terms, header.surfaces);
  surface_begins_ = numbers(header.surface_begins, header.surfaces + 1);
  stop_words_ = numbers(header.stop_word_terms, header.stop_words);
  const auto texts = [&](std::uint64_t offset, std::span<const std::uint32_t> begins) -> const char* {
    whole = whole && offset <= bytes_.size() && begins.back() <= bytes_.size() - offset;
    return whole ? bytes_.data() + offset : nullptr;
  };
  term_texts_ = texts(header.term_texts, term_begins_);
  stem_texts_ = texts(header.stem_texts, stem_begins_);
  surface_texts_ = texts(header.surface_texts, surface_begins_);
  if (!whole) {
    ::munmap(mapped, bytes_.size());
    throw damaged();
  }
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

std::string_view Lexicon::surface(std::uint32_t number) const {
  const auto found = std::ranges::lower_bound(surface_terms_, number);
  if (found == surface_terms_.end() || *found != number) return term(number);
  const auto at = static_cast<std::size_t>(found - surface_terms_.begin());
  return {surface_texts_ + surface_begins_[at], surface_begins_[at + 1] - surface_begins_[at]};
}

bool Lexicon::is_stop_word(std::uint32_t number) const { return std::ranges::binary_search(stop_words_, number); }

Family Lexicon::family(const std::string& word, std::string_view surface_typed,
                       std::span<const Stemmer> stemmers) const {
  std::vector<std::uint32_t> numbers;
  const auto own = find(word);
  if (own) numbers.push_back(*own);
  if (has_forms(word)) {
    const std::string_view own_surface = own ? surface(*own) : surface_typed;
    for (const Stemmer& stemmer : stemmers) {
      const std::string stem = stemmer.family_of(own_surface);
      if (const auto family = find_stem(stem)) {
        for (std::uint32_t m = member_begins_[*family]; m < member_begins_[*family + 1]; ++m) {
          numbers.push_back(members_[m]);
        }
      } else if (const auto lone = find(stem_of_family(stem)); lone && stemmer.family_of(surface(*lone)) == stem) {
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
