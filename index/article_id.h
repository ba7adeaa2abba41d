// Article ids: 16 characters of a-z and 2-7 (RFC 4648 base32 in small letters, 80 bits of XXH3-128). They say nothing
// and never change while what they are made of stays.
//
// Made of the URL (url_identity.h) where there is one that can be an article's; else of identifier and publication (the
// file where there is no publication); else of the archive's name, the file and the article's place in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "index/article.h"

namespace backfile {

// `archive` is the archive's name; `place` counts the articles of one file from 0.
std::string make_article_id(const Article& article, std::string_view archive, std::uint64_t place);

// The id of one of several articles that give one URL, by its identifier. `url_id`: the id they would all have.
std::string make_shared_url_id(std::string_view url_id, std::uint64_t identifier);

// The id of a second article whose own would be taken already: always made of its place.
std::string make_place_id(const Article& article, std::string_view archive, std::uint64_t place);

// Could this be an article's id? Says nothing of whether there is one.
bool is_article_id(std::string_view text);

}  // namespace backfile
