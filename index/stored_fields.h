// Stored fields: the article as it is kept in a Xapian document's data, to be shown without its file.
//
//   byte     kStoredVersion
//   then for each member of Article, in the order of stored_fields.cc:
//   varint   number of strings
//            varint length in bytes, bytes   (each)
//
// Varints are LEB128: 7 bits a byte, low first. Numbers and names are strings of their text.
#pragma once

#include <string>
#include <string_view>

#include "index/article.h"

namespace backfile {

std::string encode_article(const Article& article);

// Throws IndexError where the bytes are not what encode_article makes.
Article decode_article(std::string_view stored);

// Its headline alone: reads no further. Throws as decode_article does.
std::string decode_headline(std::string_view stored);

}  // namespace backfile
