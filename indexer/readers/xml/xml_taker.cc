#include "indexer/readers/xml/xml_taker.h"

namespace backfile {

void XmlArticles::give(ReadItem&& item, std::uint64_t line, std::string crawled) {
  Place place;
  place.number = number_++;
  place.line = line;
  place.crawled = std::move(crawled);
  sink_(std::move(item), std::move(place));
}

void XmlArticles::too_large(const XmlNode& beginning, int, std::uint64_t line) {
  give(Rejection{Reason::too_large, "the element <" + beginning.name + "> is larger than the limit of " +
                                        std::to_string(options_.max_article_bytes) + " bytes, or has more than " +
                                        std::to_string(kMostXmlNodes) + " elements"},
       line);
}

}  // namespace backfile
