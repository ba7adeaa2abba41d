#include "index/article_id.h"

#include <xxhash.h>

#include <algorithm>
#include <initializer_list>

#include "index/url_identity.h"

namespace backfile {
namespace {

constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t kIdCharacters = 16;

// The parts are told apart by NUL, which stands in none of them.
std::string hashed(std::initializer_list<std::string_view> parts) {
  std::string joined;
  for (std::string_view part : parts) joined.append(part).append(1, '\0');
  const XXH128_hash_t hash = XXH3_128bits(joined.data(), joined.size());
  std::string id;
  for (std::size_t i = 0; i < kIdCharacters; ++i) {
    const std::size_t bit = i * 5;
    std::uint64_t five = bit < 64 ? hash.low64 >> bit : hash.high64 >> (bit - 64);
    if (bit < 64 && bit + 5 > 64) five |= hash.high64 << (64 - bit);
    id += kAlphabet[five & 31];
  }
  return id;
}

}  // namespace

std::string make_article_id(const Article& article, std::string_view archive, std::uint64_t place) {
  if (const std::string url = url_identity(article.url); !url.empty()) return hashed({"url", url});
  if (!article.identifier.empty()) {
    const std::string_view giver = article.publication.empty() ? std::string_view(article.file) : article.publication;
    return hashed({"identifier", giver, article.identifier});
  }
  return make_place_id(article, archive, place);
}

std::string make_shared_url_id(std::string_view url_id, std::uint64_t identifier) {
  return hashed({"shared url", url_id, std::to_string(identifier)});
}

std::string make_place_id(const Article& article, std::string_view archive, std::uint64_t place) {
  return hashed({"place", archive, article.file, std::to_string(place)});
}

bool is_article_id(std::string_view text) {
  return text.size() == kIdCharacters &&
         std::ranges::all_of(text, [](char c) { return kAlphabet.find(c) != std::string_view::npos; });
}

}  // namespace backfile
