#include "server/http/answer_json.h"

#include <doctest/doctest.h>

#include <limits>
#include <ostream>

using namespace backfile;

namespace {

Hit awkward_hit() {
  Hit hit;
  Article& article = hit.article;
  article.id = "abcdefghijklmnop";
  article.identifier = "guid \"7\"";
  article.url = "https://news.example/a?b=c&d=\"e\"";
  article.headline = "Tugs & <pilots>";
  article.published = make_date(2025, 3, 3);
  article.publication = "L’Estuaire";
  article.section = "Économie";
  article.topics = {"trade", "港口"};
  article.byline = {"Li Xiao", "O'Neill"};
  article.language = "fr";
  article.words = 612;
  article.story = "aaaaaaaaaaaaaaaa";
  article.copies = 7;
  hit.score = 11.2000000001;
  hit.headline_runs = {{"Tugs", true}, {" & <pilots>", false}};
  hit.fragments = {{{{"line\nbreak ", false}, {"tugs", true}}, 3},
                   {{{"\xf0\x9f\x9a\xa2 \"boat\"", false}}, kHeadlineParagraph}};
  hit.matched = {"tugs"};
  hit.explanation = {{"tugs", "", {"body", "headline"}, {{"tug", 1}, {"tugs", 2}}, 3, 11.12345},
                     {"", "", {}, {}, 0, 0.07651}};
  return hit;
}

}  // namespace

TEST_CASE("a search answer is the contract's JSON, whole") {
  SearchRequest request;
  request.query = "\"tugs\" -";
  request.page = 2;
  request.page_size = 1;
  SearchAnswer answer;
  answer.parsed = "\"tugs\"";
  answer.warnings = {{"lone_minus", "A minus alone means nothing.", 7}};
  answer.total = 1234;
  answer.stories = 301;
  answer.index = {"00000007-20250303T101500Z", 120345, "2025-03-03T10:15:00Z"};
  answer.did_you_mean = "tugboats";
  answer.hits = {awkward_hit(), Hit{}};
  const char* const expected = R"json({
  "query": "\"tugs\" -",
  "parsed": "\"tugs\"",
  "warnings": [
    {
      "code": "lone_minus",
      "message": "A minus alone means nothing.",
      "at": 7
    }
  ],
  "total": 1234,
  "total_relation": "eq",
  "stories": 301,
  "took_ms": 2.123,
  "page": 2,
  "page_size": 1,
  "cursor": null,
  "seed": null,
  "partial": false,
  "index": {
    "generation": "00000007-20250303T101500Z",
    "articles": 120345,
    "built_at": "2025-03-03T10:15:00Z"
  },
  "did_you_mean": "tugboats",
  "no_hits": null,
  "hits": [
    {
      "id": "abcdefghijklmnop",
      "identifier": "guid \"7\"",
      "url": "https://news.example/a?b=c&d=\"e\"",
      "headline": "Tugs & <pilots>",
      "headline_runs": [
        [
          "Tugs",
          true
        ],
        [
          " & <pilots>",
          false
        ]
      ],
      "publication": "L’Estuaire",
      "section": "Économie",
      "topics": [
        "trade",
        "港口"
      ],
      "byline": [
        "Li Xiao",
        "O'Neill"
      ],
      "language": "fr",
      "published": "2025-03-03",
      "published_precision": "day",
      "score": 11.2,
      "snippet": "line\nbreak <mark>tugs</mark> … 🚢 &quot;boat&quot;",
      "fragments": [
        {
          "runs": [
            [
              "line\nbreak ",
              false
            ],
            [
              "tugs",
              true
            ]
          ],
          "paragraph": 3
        },
        {
          "runs": [
            [
              "🚢 \"boat\"",
              false
            ]
          ],
          "paragraph": -1
        }
      ],
      "matched": [
        "tugs"
      ],
      "story": "aaaaaaaaaaaaaaaa",
      "copies": 7,
      "words": 612,
      "links": {
        "self": "/api/v1/articles/abcdefghijklmnop",
        "page": "/article/abcdefghijklmnop",
        "related": "/api/v1/articles/abcdefghijklmnop/related",
        "copies": "/api/v1/articles/abcdefghijklmnop/copies"
      },
      "explanation": [
        {
          "clause": "tugs",
          "field": null,
          "places": [
            "body",
            "headline"
          ],
          "forms": {
            "tug": 1,
            "tugs": 2
          },
          "count": 3,
          "weight": 11.1235
        },
        {
          "clause": null,
          "field": null,
          "places": [],
          "forms": {},
          "count": 0,
          "weight": 0.0765
        }
      ]
    },
    {
      "id": "",
      "identifier": null,
      "url": null,
      "headline": null,
      "headline_runs": [],
      "publication": null,
      "section": null,
      "topics": [],
      "byline": [],
      "language": null,
      "published": null,
      "published_precision": "none",
      "score": 0.0,
      "snippet": "",
      "fragments": [],
      "matched": [],
      "story": null,
      "copies": 0,
      "words": 0,
      "links": {
        "self": "/api/v1/articles/",
        "page": "/article/",
        "related": "/api/v1/articles//related",
        "copies": "/api/v1/articles//copies"
      },
      "explanation": []
    }
  ],
  "facets": {},
  "facet_values": {}
}
)json";
  CHECK(json_text(search_answer_json(answer, request, 2.12345), true) == expected);
}

TEST_CASE("an answer without hits has every member") {
  CHECK(
      json_text(search_answer_json({}, {}, 0), false) ==
      R"({"query":"","parsed":"","warnings":[],"total":0,"total_relation":"eq","stories":0,"took_ms":0.0,"page":1,)"
      R"("page_size":10,"cursor":null,"seed":null,"partial":false,"index":{"generation":"","articles":0,"built_at":""},)"
      R"("did_you_mean":null,"no_hits":null,"hits":[],"facets":{},"facet_values":{}})"
      "\n");
}

TEST_CASE("an answer that was cut says that its numbers are the least") {
  SearchAnswer answer;
  answer.partial = true;
  const Json json = search_answer_json(answer, {}, 0);
  CHECK(json["partial"] == true);
  CHECK(json["total_relation"] == "gte");
}

TEST_CASE("a search without hits says which clause emptied it and what has hits instead") {
  SearchAnswer answer;
  answer.no_hits = NoHits{{{"=tugz", 4, 9, 0}}, {{"strike", 12, "one_clause_less"}}};
  CHECK(json_text(search_answer_json(answer, {}, 0)["no_hits"], false) ==
        R"({"emptied_by":[{"clause":"=tugz","at":4,"end":9,"total":0}],)"
        R"("instead":[{"query":"strike","total":12,"reason":"one_clause_less"}]})"
        "\n");
}

TEST_CASE("a parsed query is its tree with the articles of each clause") {
  ParseAnswer answer;
  answer.parsed = "tug -fish";
  answer.root = {"all", "tug -fish", 0, 9, "", 5, {}, std::nullopt, {}};
  answer.root.children.push_back({"word", "tug", 0, 3, "headline", 7, {"tug", "tugs"}, 2, {}});
  answer.root.children.push_back({"exclude", "-fish", 4, 9, "", std::nullopt, {}, std::nullopt, {}});
  SearchRequest request;
  request.query = "tug  -fish";
  const Json json = parse_answer_json(answer, request);
  CHECK(json["query"] == "tug  -fish");
  CHECK(json["parsed"] == "tug -fish");
  CHECK(json["warnings"] == Json::array());
  CHECK(json["tree"]["articles"] == 5);
  CHECK(json_text(json["tree"]["children"], false) ==
        R"([{"kind":"word","query":"tug","at":0,"end":3,"field":"headline","articles":7,"forms":["tug","tugs"],)"
        R"("number":2,"children":[]},{"kind":"exclude","query":"-fish","at":4,"end":9,"field":null,"articles":null,)"
        R"("forms":[],"number":null,"children":[]}])"
        "\n");
}

TEST_CASE("the members of a hit are those that `fields` may name") {
  SearchAnswer answer;
  answer.hits = {Hit{}};
  std::vector<std::string_view> members;
  const Json json = search_answer_json(answer, {}, 0);
  for (const auto& [name, value] : json["hits"][0].items()) {
    REQUIRE(members.size() < hit_members().size());
    CHECK(name == hit_members()[members.size()]);
    members.push_back(hit_members()[members.size()]);
  }
  CHECK(members.size() == hit_members().size());
}

TEST_CASE("bytes that are no UTF-8 and numbers that are none do not stop an answer") {
  SearchAnswer answer;
  answer.hits = {Hit{}};
  answer.hits[0].article.headline = "caf\xe9 \xf0\x9f";
  answer.hits[0].score = std::numeric_limits<double>::infinity();
  const Json read = Json::parse(json_text(search_answer_json(answer, {}, 0), false));
  CHECK(read["hits"][0]["headline"] == "caf\uFFFD \uFFFD");
  CHECK(read["hits"][0]["score"] == nullptr);
}

TEST_CASE("only addresses of the web are passed on") {
  struct Case {
    const char* url;
    bool passed;
  };
  for (const Case& c :
       {Case{"https://news.example/", true}, Case{"HTTP://NEWS.EXAMPLE/A", true}, Case{"http://a", true},
        Case{"https://", false}, Case{"javascript:alert(1)", false}, Case{"JavaScript://https://a", false},
        Case{" https://news.example/", false}, Case{"ftp://news.example/", false}, Case{"news.example", false},
        Case{"data:text/html,x", false}, Case{"file:///etc/passwd", false}, Case{"", false}}) {
    CAPTURE(c.url);
    SearchAnswer answer;
    answer.hits = {Hit{}};
    answer.hits[0].article.url = c.url;
    const Json expected = c.passed ? Json(c.url) : Json(nullptr);
    CHECK(search_answer_json(answer, {}, 0)["hits"][0]["url"] == expected);
    ArticleAnswer one;
    one.article.url = c.url;
    CHECK(article_answer_json(one, false)["url"] == expected);
  }
}

TEST_CASE("an article is its fields at top level and the index, with runs where they were asked for") {
  ArticleAnswer answer;
  answer.article.id = "abcdefghijklmnop";
  answer.article.headline = "Tugs";
  answer.article.headline_from = HeadlineFrom::text;
  answer.article.body = {"One.", "Two."};
  answer.article.file = "a/b.txt";
  answer.headline_runs = {{"Tugs", true}};
  answer.body_runs = {{{"One.", false}}, {{"Two.", false}}};
  answer.index = {"g", 2, "t"};
  const std::string fields =
      R"({"id":"abcdefghijklmnop","identifier":null,"url":null,"headline":"Tugs","headline_from":"text","byline":[],)"
      R"("dateline":null,"published":null,"published_precision":"none","published_from":"none",)"
      R"("published_rejected":null,)"
      R"("publication":null,"section":null,"topics":[],"language":null,"summary":[],"body":["One.","Two."],)"
      R"("boilerplate":[],"words":0,"story":null,"copies":0,"file":"a/b.txt",)";
  const std::string index = R"("index":{"generation":"g","articles":2,"built_at":"t"}})"
                            "\n";
  CHECK(json_text(article_answer_json(answer, false), false) == fields + index);
  CHECK(json_text(article_answer_json(answer, true), false) ==
        fields +
            R"("headline_runs":[["Tugs",true]],"summary_runs":[],"body_runs":[[["One.",false]],[["Two.",false]]],)" +
            R"("boilerplate_runs":[],)" + index);
}
