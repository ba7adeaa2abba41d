#include "server/http/formats/ris.h"

#include "server/http/formats/plain_line.h"
#include "server/http/web_address.h"

namespace backfile {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

void add(std::string& entry, std::string_view tag, std::string_view value) {
  const std::string line = plain_line(value);
  if (!line.empty()) entry.append(tag).append("  - ").append(line).append(kLineEnd);
}

// "2025/03/03/", "2025/03//", "2025///": the last part is not a date's.
std::string ris_date(const Date& date) {
  const std::string& iso = date.iso;
  const std::string year = iso.substr(0, 4);
  const std::string month = date.precision >= Precision::month ? iso.substr(5, 2) : "";
  const std::string day = date.precision >= Precision::day ? iso.substr(8, 2) : "";
  return year + "/" + month + "/" + day + "/";
}

}  // namespace

std::string ris_entry(const Article& article) {
  std::string entry;
  add(entry, "TY", "NEWS");
  add(entry, "ID", article.id);
  add(entry, "TI", article.headline);
  for (const std::string& name : article.byline) add(entry, "AU", name);
  add(entry, "T2", article.publication);
  add(entry, "SE", article.section);
  if (article.published.known()) {
    add(entry, "PY", article.published.iso.substr(0, 4));
    add(entry, "DA", ris_date(article.published));
  }
  add(entry, "UR", web_address(article.url));
  add(entry, "AN", article.identifier);
  add(entry, "LA", article.language);
  for (const std::string& topic : article.topics) add(entry, "KW", topic);
  std::string summary;
  for (const std::string& sentence : article.summary) summary += sentence + ' ';
  add(entry, "AB", summary);
  return entry.append("ER  - ").append(kLineEnd).append(kLineEnd);
}

}  // namespace backfile
