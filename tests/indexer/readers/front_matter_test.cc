#include "indexer/readers/front_matter.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace backfile;

namespace {

struct Case {
  std::string lines;
  std::string fields;  // as JSON
};

void check(const std::vector<Case>& table, const std::string& fence) {
  for (const Case& row : table) {
    CAPTURE(row.lines);
    const FrontMatter found = read_front_matter(fence + "\n" + row.lines + "\n" + fence + "\ntext");
    CHECK(found.end > 0);
    CHECK(found.fields.dump() == row.fields);
  }
}

}  // namespace

TEST_CASE("values of YAML front matter are what YAML says, or what was meant") {
  check(
      {
          {"title: 'Germany''s budget'", R"({"title":"Germany's budget"})"},
          {"title: ''", R"({"title":""})"},
          {R"(title: "Caf\u00e9 \"Fog\" Zo\xeb \ud800")", "{\"title\":\"Café \\\"Fog\\\" Zoë \uFFFD\"}"},
          {"title: \"A long\n  night\n\n  of fog\"\ndate: 1", R"({"date":"1","title":"A long night\nof fog"})"},
          {"title: A long\n  night # of fog\ndate: 1", R"({"date":"1","title":"A long night"})"},
          {"title: 'Tis foggy\ndate: 1", R"({"date":"1","title":"'Tis foggy"})"},
          {"title: \"Fog\" closes port", R"({"title":"\"Fog\" closes port"})"},
          {"title: Fog: the return", R"({"title":"Fog: the return"})"},
          {"author: !!str &a Ann Lee", R"({"author":"Ann Lee"})"},
          {"author: ~\ndate: null\ntags:", R"({"author":null,"date":null,"tags":null})"},
          {"text: |\n  one\n  two\n\n  three\nmore: >-\n  one\n  two\n\n  three",
           R"({"more":"one two\nthree","text":"one\ntwo\n\nthree"})"},
      },
      "---");
}

TEST_CASE("lists and objects of YAML front matter, in lines and in brackets") {
  check(
      {
          {"a: [x, \"y, z\", 'it''s', don't]", R"({"a":["x","y, z","it's","don't"]})"},
          {"a: [x,\n  y,\nz\n]\nb: 1", R"({"a":["x","y","z"],"b":"1"})"},
          {"a: [x\nb: 1", R"({"a":["x"],"b":"1"})"},
          {"a: {name: Ann Lee, url: https://x.example/a}", R"({"a":{"name":"Ann Lee","url":"https://x.example/a"}})"},
          {"a: [{name: Ann}, {name: Bo}]", R"({"a":[{"name":"Ann"},{"name":"Bo"}]})"},
          {"a:\n# who\n- x\n-\n- fishing: deep\nb: 1", R"({"a":["x","fishing: deep"],"b":"1"})"},
          {"a:\n  - name: Ann\n    title: Editor\n\n  - name: Bo",
           R"({"a":[{"name":"Ann","title":"Editor"},{"name":"Bo"}]})"},
          {"a:\n  title: x\n  b:\n    - y\ntitle: z", R"({"a":{"b":["y"],"title":"x"},"title":"z"})"},
          {"a:\n  one\n  two", R"({"a":"one two"})"},
      },
      "---");
}

TEST_CASE("tables of TOML front matter are objects, and Zola's taxonomies the text's own") {
  check(
      {
          {"title = 'Fog'\n[cover]\ntitle = \"Dawn\"", R"({"cover":{"title":"Dawn"},"title":"Fog"})"},
          {"[[a]]\nname = 'x'\n[[a]]\nname = 'y'", R"({"a":[{"name":"x"},{"name":"y"}]})"},
          {"a = [ # some\n  'x',\n  { name = \"y\" },\n]\nb = 1", R"({"a":["x",{"name":"y"}],"b":"1"})"},
          {"a = [ 'x'\nb = 1", R"({"a":["x"],"b":"1"})"},
          {"a = \"\"\"\none = 1\ntwo\"\"\"\nb = 'it''s'", R"({"a":"one = 1 two","b":"'it''s'"})"},
          {"a = \"\"\"x\nb = 1", R"({"a":"\"\"\"x","b":"1"})"},
          {"b = 2025-01-28 10:15:00 # then", R"({"b":"2025-01-28 10:15:00"})"},
          {"tags = ['x']\n[taxonomies]\ntags = ['y']\nauthors = ['Ann']",
           R"({"authors":["Ann"],"tags":["x"],"taxonomies":{"authors":["Ann"],"tags":["y"]}})"},
      },
      "+++");
}

TEST_CASE("an object of JSON before the text is front matter") {
  const FrontMatter found = read_front_matter("{\n \"title\": \"Fog } {\", \"tags\": [\"a\"]\n}\n\ntext");
  CHECK(found.fields.dump() == R"({"tags":["a"],"title":"Fog } {"})");
  CHECK(found.end == std::string("{\n \"title\": \"Fog } {\", \"tags\": [\"a\"]\n}\n").size());
  CHECK(read_front_matter("{{< figure >}}\ntext").end == 0);
  CHECK(read_front_matter("{\"a\": 1} and text").end == 0);
  CHECK(read_front_matter("{}\ntext").end == 0);
}

TEST_CASE("a fence may have a comment") {
  CHECK(read_front_matter("--- # about\ntitle: x\n---\n").fields["title"] == "x");
  CHECK(read_front_matter("--- about\ntitle: x\n---\n").end == 0);
}

TEST_CASE("front matter as deep as it is long costs no more than its length") {
  const auto fields_of = [](const std::string& fence, const std::string& lines) {
    return read_front_matter(fence + "\ntitle: x\n" + lines + "\n" + fence + "\n").fields;
  };
  std::string nested;
  std::string open;
  for (int i = 0; i < 300; ++i) nested += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  for (int i = 0; i < 6'000; ++i) open += "a" + std::to_string(i) + "=[\n";
  for (const std::string& lines : {"a: " + std::string(60'000, '['), "a: " + std::string(60'000, '{'), nested,
                                   "a: " + std::string(60'000, '"'), std::string(30'000, '-') + " x"}) {
    CHECK(fields_of("---", lines)["title"] == "x");
  }
  CHECK(fields_of("+++", open).size() == 6'000);
}
