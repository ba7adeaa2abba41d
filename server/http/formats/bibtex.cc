#include "server/http/formats/bibtex.h"

#include <array>

#include "server/http/formats/percent_encoded.h"
#include "server/http/formats/plain_line.h"
#include "server/http/web_address.h"

namespace backfile {
namespace {

std::string_view tex_character(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '_':
      return "\\_";
    case '%':
      return "\\%";
    default:
      return "";
  }
}

void add_raw(std::string& entry, std::string_view name, std::string_view value) {
  if (!value.empty()) entry.append(",\n  ").append(name).append(" = ").append(value);
}

void add(std::string& entry, std::string_view name, std::string_view text) {
  if (!text.empty()) add_raw(entry, name, "{" + std::string(text) + "}");
}

// In braces of its own a name is not divided where it says "and", or at a comma.
std::string author(const std::string& name) {
  const std::string text = tex_text(name);
  const bool would_divide =
      text.find(',') != std::string::npos || (" " + text + " ").find(" and ") != std::string::npos;
  return would_divide ? "{" + text + "}" : text;
}

// An address is taken as it is, but for what would end it.
std::string verbatim_address(const std::string& url) {
  std::string text;
  for (const char c : url) {
    const bool ends_it = c == '{' || c == '}' || c == '\\' || (c >= 0 && c <= ' ') || c == '\x7f';
    text.append(ends_it ? percent_encoded({&c, 1}) : std::string(1, c));
  }
  return text;
}

void add_date(std::string& entry, const Date& date) {
  static constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                            "jul", "aug", "sep", "oct", "nov", "dec"};
  if (!date.known()) return;
  const std::size_t known = date.precision == Precision::year ? 4 : date.precision == Precision::month ? 7 : 10;
  add(entry, "date", date.iso.substr(0, known));
  add(entry, "year", date.iso.substr(0, 4));
  if (known >= 7) add_raw(entry, "month", kMonths[static_cast<std::size_t>(date.first().month) - 1]);
  if (known >= 10) add(entry, "day", std::to_string(date.first().day));
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const std::string& text : texts) all.append(all.empty() ? "" : between).append(tex_text(text));
  return all;
}

}  // namespace

std::string tex_text(std::string_view text) {
  std::string escaped;
  for (const char c : plain_line(text)) {
    const std::string_view command = tex_character(c);
    command.empty() ? escaped.append(1, c) : escaped.append(command);
  }
  return escaped;
}

std::string bibtex_entry(const Article& article) {
  std::string entry = article.publication.empty() ? "@misc{" : "@article{";
  entry += article.id;
  std::string authors;
  for (const std::string& name : article.byline) authors.append(authors.empty() ? "" : " and ").append(author(name));
  add(entry, "author", authors);
  // Twice in braces, so that the letters' case stays as it is.
  if (!article.headline.empty()) add(entry, "title", "{" + tex_text(article.headline) + "}");
  add(entry, "journal", tex_text(article.publication));
  add_date(entry, article.published);
  add(entry, "url", verbatim_address(web_address(article.url)));
  add(entry, "language", tex_text(article.language));
  add(entry, "keywords", joined(article.topics, ", "));
  add(entry, "abstract", joined(article.summary, " "));
  return entry.append("\n}\n\n");
}

}  // namespace backfile
