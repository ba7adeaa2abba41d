#include "indexer/readers/xml/html_entity.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <array>

namespace backfile {

std::string html_entity(const std::string& name) {
  const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  if (!known) return {};
  std::array<xmlChar, 8> bytes{};
  const int size = xmlCopyCharMultiByte(bytes.data(), static_cast<int>(known->value));
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size)};
}

}  // namespace backfile
