#include "server/http/citation.h"

#include <xxhash.h>

#include <array>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/formats/bibtex.h"
#include "server/http/formats/plain_line.h"
#include "server/http/parameters.h"
#include "server/http/search_address.h"
#include "server/http/web_address.h"

namespace backfile {
namespace {

constexpr std::string_view kHere = "Backfile";

constexpr const char* kEntryEnd = "\n}\n\n";  // of bibtex_entry()

using Fields = std::vector<std::pair<std::string_view, std::string>>;

// The entry with these fields behind its own, in TeX already.
std::string with_fields(std::string entry, const Fields& fields) {
  entry.resize(entry.rfind(kEntryEnd));
  for (const auto& [name, value] : fields) entry.append(",\n  ").append(name).append(" = {").append(value).append("}");
  return entry + "\n}\n";
}

std::string day_in_words(const Date& date) {
  static constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                            "May",       "June",     "July",     "August",
                                                            "September", "October",  "November", "December"};
  if (!date.known()) return "undated";
  const Day day = date.first();
  std::string words;
  if (date.precision >= Precision::day) words += std::to_string(day.day) + ' ';
  if (date.precision >= Precision::month) words += std::string(kMonths[static_cast<std::size_t>(day.month) - 1]) + ' ';
  return words + std::to_string(day.year);
}

// 1,234 articles
std::string counted(std::uint32_t number, std::string_view one, std::string_view many) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits + ' ' + std::string(number == 1 ? one : many);
}

std::string articles(std::uint32_t number) { return counted(number, "article", "articles"); }

std::string joined(const std::vector<std::string>& texts, std::string_view between, std::string_view last) {
  std::string all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) all += i + 1 == texts.size() ? last : between;
    all += texts[i];
  }
  return all;
}

// The index as a citation names it.
std::string index_of(const IndexState& index) {
  return "index " + index.generation + " of " + articles(index.articles) + ", built " + index.built_at;
}

std::string what_is_searched(const SearchRequest& request) {
  const std::string query = plain_line(request.query);
  return query.empty() ? "all articles" : "“" + query + "”";
}

// What narrows the search besides its words, in brackets; empty where nothing does.
std::string narrowed_by(const SearchRequest& request) {
  std::vector<std::string> parts;
  if (request.any_word && !request.query.empty()) parts.push_back("any of the words");
  if (request.in_boilerplate) parts.push_back("page furniture too");
  if (request.from) parts.push_back("from " + request.from->iso);
  if (request.to) parts.push_back("to " + request.to->iso);
  for (const auto& [name, filter] : request.filters) {
    const std::string field_name(field(name).name);
    if (!filter.include.empty()) parts.push_back(field_name + " " + joined(filter.include, ", ", " or "));
    if (!filter.exclude.empty()) parts.push_back(field_name + " not " + joined(filter.exclude, ", ", " or "));
  }
  return parts.empty() ? "" : " (" + plain_line(joined(parts, "; ", "; ")) + ")";
}

std::string found(const SearchAnswer& answer) {
  return (answer.partial ? "at least " : "") + articles(answer.total) + " in " +
         counted(answer.stories, "story", "stories");
}

std::string key_of(const Date& today, const std::string& address) {
  char key[64];
  const auto hash = static_cast<unsigned>(XXH3_64bits(address.data(), address.size()) & 0xFFFFFFFF);
  std::snprintf(key, sizeof key, "search-%s-%08x", today.iso.c_str(), hash);
  return key;
}

}  // namespace

Citation cite_search(const SearchRequest& given, const SearchAnswer& answer, const std::string& origin, Day day) {
  SearchRequest request = given;
  if (depends_on_today(request)) {  // as understood, dates are written out and operators too
    request.query = answer.parsed;
    request.any_word = false;
  }
  const Date today = make_date(day.year, day.month, day.day);
  Citation citation;
  citation.date = today.iso;
  citation.address = origin + search_address(request);
  const std::string title = "Search for " + what_is_searched(request) + narrowed_by(request);
  const std::string note = found(answer) + "; " + index_of(answer.index);
  citation.text =
      std::string(kHere) + ": " + title + ", " + note + ". " + citation.address + ", " + day_in_words(today) + ".";
  citation.bibtex =
      with_fields("@misc{" + key_of(today, citation.address) + kEntryEnd, {{"title", "{" + tex_text(title) + "}"},
                                                                           {"howpublished", std::string(kHere)},
                                                                           {"date", today.iso},
                                                                           {"year", today.iso.substr(0, 4)},
                                                                           {"url", citation.address},
                                                                           {"urldate", today.iso},
                                                                           {"note", tex_text(note)}});
  return citation;
}

Citation cite_article(const Article& article, const IndexState& index, const std::string& origin, Day day) {
  const Date today = make_date(day.year, day.month, day.day);
  Citation citation;
  citation.date = today.iso;
  citation.address = origin + "/article/" + article.id;
  std::vector<std::string> parts;
  if (!article.byline.empty()) parts.push_back(joined(article.byline, ", ", " and "));
  parts.push_back(article.headline.empty() ? "Untitled" : "“" + article.headline + "”");
  if (!article.publication.empty()) parts.push_back(article.publication);
  parts.push_back(day_in_words(article.published));
  if (const std::string url = web_address(article.url); !url.empty()) parts.push_back(url);
  const std::string here = "In " + std::string(kHere) + ": " + citation.address + ", " + index_of(index);
  citation.text = plain_line(joined(parts, ", ", ", ") + ". " + here + ", accessed " + day_in_words(today) + ".");
  citation.bibtex = with_fields(bibtex_entry(article), {{"urldate", today.iso}, {"note", tex_text(here)}});
  return citation;
}

}  // namespace backfile
