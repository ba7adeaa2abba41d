#include "server/http/citation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>

#include "server/http/search_address.h"

using namespace backfile;

namespace {

constexpr Day kToday{2025, 3, 3};
const std::string kOrigin = "https://search.example";

SearchAnswer found(std::uint32_t total, std::uint32_t stories) {
  SearchAnswer answer;
  answer.total = total;
  answer.stories = stories;
  answer.index = {"00000007-20250303T101500Z", 120345, "2025-03-03T10:15:00Z"};
  return answer;
}

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

}  // namespace

TEST_CASE("the address of a search has what is searched for, in one order, and not how it is shown") {
  SearchRequest request;
  CHECK(search_address(request) == "/");
  request.query = "  rare   earth & “café”? ";
  request.page = 3;
  request.page_size = 50;
  request.fragments = 0;
  CHECK(search_address(request) == "/?q=rare%20earth%20%26%20%E2%80%9Ccaf%C3%A9%E2%80%9D%3F");
  request.query = "tug";
  request.in_boilerplate = true;
  request.any_word = true;
  request.from = make_date(2024);
  request.to = make_date(2025, 3);
  request.filters[FieldName::publication] = {{"Zeit", "Echo", "Zeit"}, {"Post"}};
  request.filters[FieldName::byline] = {{"Li Xiao"}, {}};
  request.sort = Sort::newest;
  request.recency = 0.25;
  request.collapse_stories = false;
  CHECK(search_address(request) ==
        "/?q=tug&in=all&op=or&from=2024&to=2025-03&byline=Li%20Xiao&publication=Echo&publication=Zeit"
        "&-publication=Post&sort=newest&recency=0.25&collapse=none");
}

TEST_CASE("a search is cited with its words, numbers, index, address and day") {
  SearchRequest request;
  request.query = "rare earth";
  request.from = make_date(2024);
  request.filters[FieldName::publication] = {{"Harbour Post"}, {}};
  const Citation citation = cite_search(request, found(1234, 1), kOrigin, kToday);
  CHECK(citation.address == "https://search.example/?q=rare%20earth&from=2024&publication=Harbour%20Post");
  CHECK(citation.date == "2025-03-03");
  CHECK(citation.text ==
        "Backfile: Search for “rare earth” (from 2024; publication Harbour Post), 1,234 articles in 1 story; index "
        "00000007-20250303T101500Z of 120,345 articles, built 2025-03-03T10:15:00Z. "
        "https://search.example/?q=rare%20earth&from=2024&publication=Harbour%20Post, 3 March 2025.");
  CHECK(citation.bibtex.starts_with("@misc{search-2025-03-03-"));
  CHECK(has(citation.bibtex, "url = {https://search.example/?q=rare%20earth&from=2024&publication=Harbour%20Post}"));
  CHECK(has(citation.bibtex, "urldate = {2025-03-03}"));
  CHECK(has(citation.bibtex, "1,234 articles in 1 story"));
  CHECK(cite_search(request, found(1234, 1), kOrigin, kToday).bibtex == citation.bibtex);
  request.query = "other";
  CHECK(cite_search(request, found(1234, 1), kOrigin, kToday).bibtex.substr(0, 34) != citation.bibtex.substr(0, 34));
}

TEST_CASE("a citation of part of what there is says so, and one without words is of all articles") {
  SearchAnswer answer = found(2, 2);
  answer.partial = true;
  CHECK(has(cite_search({}, answer, "", kToday).text, "Search for all articles, at least 2 articles in 2 stories"));
  CHECK(cite_search({}, answer, "", kToday).address == "/");
}

TEST_CASE("a query relative to today is cited by the dates that it means today") {
  SearchRequest request;
  request.query = "tug dock last:30d";
  request.any_word = true;
  SearchAnswer answer = found(5, 5);
  answer.parsed = "tug OR dock OR date:2025-02-01..2025-03-03";
  const Citation citation = cite_search(request, answer, kOrigin, kToday);
  CHECK(citation.address == "https://search.example/?q=tug%20OR%20dock%20OR%20date%3A2025-02-01..2025-03-03");
  CHECK_FALSE(has(citation.text, "last:"));
}

TEST_CASE("BibTeX of a search is escaped, whatever was searched for") {
  SearchRequest request;
  request.query = "50% of {R&D} \\input _x_ #1 ~ ^ $";
  request.filters[FieldName::topic] = {{"a}b"}, {}};
  const std::string bibtex = cite_search(request, found(1, 1), kOrigin, kToday).bibtex;
  CHECK(has(bibtex, "50\\% of \\textbraceleft{}R\\&D\\textbraceright{} \\textbackslash{}input \\_x\\_ \\#1"));
  CHECK(has(bibtex, "a\\textbraceright{}b"));
  CHECK(std::count(bibtex.begin(), bibtex.end(), '{') == std::count(bibtex.begin(), bibtex.end(), '}'));
}

TEST_CASE("an article is cited with what is known of it, and where it is here") {
  Article article;
  article.id = "abcdefghijklmnop";
  article.headline = "Rare earth exports";
  article.byline = {"Li Xiao", "Ann Holm", "Jo May"};
  article.publication = "Harbour Post";
  article.published = make_date(2025, 3);
  article.url = "https://news.example/a_b";
  const IndexState index{"g", 60, "2025-03-03T10:15:00Z"};
  const Citation citation = cite_article(article, index, kOrigin, kToday);
  CHECK(citation.address == "https://search.example/article/abcdefghijklmnop");
  CHECK(citation.text ==
        "Li Xiao, Ann Holm and Jo May, “Rare earth exports”, Harbour Post, March 2025, https://news.example/a_b. In "
        "Backfile: https://search.example/article/abcdefghijklmnop, index g of 60 articles, built "
        "2025-03-03T10:15:00Z, accessed 3 March 2025.");
  CHECK(citation.bibtex.starts_with("@article{abcdefghijklmnop"));
  CHECK(has(citation.bibtex, "url = {https://news.example/a_b}"));
  CHECK(has(citation.bibtex, "urldate = {2025-03-03}"));
  CHECK(has(citation.bibtex, "https://search.example/article/abcdefghijklmnop"));

  Article bare;
  bare.id = "abcdefghijklmnop";
  bare.url = "javascript:alert(1)";
  CHECK(cite_article(bare, index, "", kToday).text ==
        "Untitled, undated. In Backfile: /article/abcdefghijklmnop, index g of 60 articles, built "
        "2025-03-03T10:15:00Z, accessed 3 March 2025.");
}
