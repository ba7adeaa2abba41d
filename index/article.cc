#include "index/article.h"

namespace backfile {

std::string_view headline_from_name(HeadlineFrom from) {
  switch (from) {
    case HeadlineFrom::metadata:
      return "metadata";
    case HeadlineFrom::text:
      return "text";
    case HeadlineFrom::summary:
      return "summary";
    case HeadlineFrom::first_sentence:
      return "first_sentence";
    case HeadlineFrom::none:
      break;
  }
  return "";
}

std::string_view published_from_name(PublishedFrom from) {
  switch (from) {
    case PublishedFrom::metadata:
      return "metadata";
    case PublishedFrom::url:
      return "url";
    case PublishedFrom::text:
      return "text";
    case PublishedFrom::file_name:
      return "file_name";
    case PublishedFrom::none:
      break;
  }
  return "none";
}

}  // namespace backfile
