// The yardstick: the same articles in Xapian as its own documentation uses it (TermGenerator and QueryParser with
// English stems, BM25 with its defaults, any word may match). Backfile's ranking has to be worth more than this.
//
//   plain_xapian index FOLDER < ARTICLES.jsonl      JSON Lines with id, title (or headline) and text (or body)
//   plain_xapian search FOLDER QUERIES.tsv > RUN    as known_items.py: query_id <tab> identifier, best 100 of each
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using Json = nlohmann::json;

// A string as it is, an array of strings line by line.
std::string text_of(const Json& article, const char* name, const char* other_name) {
  const Json& value = article.contains(name) ? article.at(name) : article.value(other_name, Json());
  if (value.is_string()) return value.get<std::string>();
  std::string text;
  if (value.is_array()) {
    for (const Json& line : value) text += line.get<std::string>() + "\n";
  }
  return text;
}

int index_articles(const std::string& folder) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
  for (std::string line; std::getline(std::cin, line);) {
    const Json article = Json::parse(line);
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(text_of(article, "title", "headline"));
    generator.increase_termpos();
    generator.index_text(text_of(article, "text", "body"));
    const std::string identifier = text_of(article, "identifier", "id");
    document.set_data(identifier.empty() ? article.at("id").get<std::string>() : identifier);
    database.add_document(document);
  }
  database.commit();
  return 0;
}

// Quotes and operators are not meant: what known_items.py leaves of a query.
std::string words_of(std::string text) {
  for (char& c : text) {
    if (std::string_view("\"()<>:*?~^=+[]").find(c) != std::string_view::npos) c = ' ';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (std::size_t at = text.find(" -"); at != std::string::npos; at = text.find(" -")) text[at + 1] = ' ';
  return text;
}

// What the parser refuses finds nothing.
Xapian::Query parsed(Xapian::QueryParser& parser, const std::string& words) {
  try {
    return parser.parse_query(words, Xapian::QueryParser::FLAG_CJK_NGRAM);
  } catch (const Xapian::QueryParserError& error) {
    std::cerr << error.get_msg() << ": " << words << '\n';
    return Xapian::Query::MatchNothing;
  }
}

int search(const std::string& folder, const char* queries) {
  const Xapian::Database database(folder);
  Xapian::QueryParser parser;
  parser.set_stemmer(Xapian::Stem("en"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser.set_database(database);
  std::vector<double> milliseconds;
  std::ifstream lines(queries);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) throw std::runtime_error("a query line without a tab: " + line);
    const auto begin = std::chrono::steady_clock::now();
    Xapian::Enquire enquire(database);
    enquire.set_query(parsed(parser, words_of(line.substr(tab + 1))));
    const Xapian::MSet hits = enquire.get_mset(0, 100);
    milliseconds.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      std::cout << line.substr(0, tab) << '\t' << hit.get_document().get_data() << '\n';
    }
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  if (milliseconds.empty()) return 0;
  std::fprintf(stderr, "p50 %.2f ms, p99 %.2f ms\n", milliseconds[milliseconds.size() / 2],
               milliseconds[milliseconds.size() * 99 / 100]);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> given(arguments + 1, arguments + count);
  try {
    if (given.size() == 2 && given[0] == "index") return index_articles(given[1]);
    if (given.size() == 3 && given[0] == "search") return search(given[1], arguments[3]);
    std::cerr << "plain_xapian index FOLDER < ARTICLES.jsonl\nplain_xapian search FOLDER QUERIES.tsv > RUN\n";
    return 2;
  } catch (const Xapian::Error& error) {
    std::cerr << error.get_description() << '\n';
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  return 1;
}
