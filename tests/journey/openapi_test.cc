// The description of the API held against the running server: what it says of an answer is so.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/journey/sample.h"

using namespace backfile;
using nlohmann::json;

namespace {

const json& api() {
  static const json the_api = sample().server.json("/openapi.json");
  return the_api;
}

const json& resolved(const json& node) {
  if (!node.is_object() || !node.contains("$ref")) return node;
  return api().at(json::json_pointer(node.at("$ref").get<std::string>().substr(1)));
}

bool is_of_type(const json& value, const std::string& type) {
  if (type == "string") return value.is_string();
  if (type == "number") return value.is_number();
  if (type == "integer") return value.is_number_integer();
  if (type == "boolean") return value.is_boolean();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  return type == "null" && value.is_null();
}

// What of the value is not as the schema says; empty where nothing is. Of JSON Schema as much as the description uses.
std::string fault(const json& value, const json& given, const std::string& at) {
  const json& schema = resolved(given);
  if (schema.is_boolean()) return schema ? "" : at + " should not be there";
  if (schema.contains("type")) {
    const json& type = schema.at("type");
    const json types = type.is_array() ? type : json::array({type});
    const bool fits = std::any_of(types.begin(), types.end(), [&](const json& one) { return is_of_type(value, one); });
    if (!fits) return at + " is " + value.dump().substr(0, 60) + " and not " + type.dump();
  }
  if (schema.contains("enum")) {
    const json& all = schema.at("enum");
    if (std::find(all.begin(), all.end(), value) == all.end()) return at + " is " + value.dump();
  }
  if (schema.contains("minimum") && value.is_number() && value < schema.at("minimum")) return at + " is too small";
  if (value.is_array()) {
    const json places = schema.value("prefixItems", json::array());
    if (value.size() < places.size()) return at + " is too short";
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i >= places.size() && !schema.contains("items")) continue;
      const std::string found =
          fault(value[i], i < places.size() ? places[i] : schema.at("items"), at + "[" + std::to_string(i) + "]");
      if (!found.empty()) return found;
    }
  }
  if (!value.is_object()) return "";
  const json properties = schema.value("properties", json::object());
  for (const json& name : schema.value("required", json::array())) {
    if (!value.contains(name.get<std::string>())) return at + " has no " + name.dump();
  }
  for (const auto& [name, inner] : value.items()) {
    const json other = schema.value("additionalProperties", json(true));
    const std::string found = fault(inner, properties.contains(name) ? properties.at(name) : other, at + "." + name);
    if (!found.empty()) return found;
  }
  return "";
}

std::string as_text(const json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

std::string with_id(std::string path, const std::string& id) {
  const std::size_t at = path.find("{id}");
  if (at != std::string::npos) path.replace(at, 4, id);
  return path;
}

std::string known_id() {
  static const std::string id = sample().server.hits("tug strike", {{"page_size", "1"}}).at(0).at("id");
  return id;
}

// Parameters that an address cannot do without.
Parameters required_of(const std::vector<json>& parameters) {
  Parameters required;
  for (const json& parameter : parameters) {
    if (parameter.value("required", false)) required.emplace(parameter.at("name"), as_text(parameter.at("example")));
  }
  return required;
}

// Its status, content type and body are one of those described.
void check_answer(const json& operation, const HttpAnswer& answer) {
  const std::string status = std::to_string(answer.status);
  REQUIRE(operation.at("responses").contains(status));
  const json& described = resolved(operation.at("responses").at(status));
  if (!described.contains("content")) return;
  const std::string type = answer.headers.at("Content-Type");
  CAPTURE(type);
  REQUIRE(described.at("content").contains(type));
  const json& content = described.at("content").at(type);
  const json headers = described.value("headers", json::object());
  for (const auto& [name, header] : headers.items()) {
    CAPTURE(name);
    CHECK(answer.headers.count(name) == 1);
  }
  const bool is_json = type.find("json") != std::string::npos;
  CHECK(fault(is_json ? json::parse(answer.body) : json(answer.body), content.at("schema"), "the answer") == "");
}

struct Operation {
  std::string path;
  json get;
  std::vector<json> parameters;  // but for the path's own
};

std::vector<Operation> operations() {
  std::vector<Operation> all;
  for (const auto& [path, methods] : api().at("paths").items()) {
    all.push_back({path, methods.at("get"), {}});
    for (const json& given : all.back().get.value("parameters", json::array())) {
      if (resolved(given).at("in") == "query") all.back().parameters.push_back(resolved(given));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("every address answers as it is described") {
  for (const Operation& operation : operations()) {
    CAPTURE(operation.path);
    const HttpAnswer answer =
        sample().server.get(with_id(operation.path, known_id()), required_of(operation.parameters));
    CHECK(answer.status == 200);
    check_answer(operation.get, answer);
  }
}

TEST_CASE("every parameter is taken, as described, and its answer is as described") {
  int tried = 0;
  for (const Operation& operation : operations()) {
    CAPTURE(operation.path);
    for (const json& parameter : operation.parameters) {
      const std::string name = parameter.at("name");
      CAPTURE(name);
      if (name == "cursor") continue;  // the answer before has it: facets_test.cc
      REQUIRE(parameter.contains("example"));
      const json& example = parameter.at("example");
      Parameters given = required_of(operation.parameters);
      given.erase(name);
      const json with = parameter.value("x-with", json::object());
      for (const auto& [other, value] : with.items()) {
        given.emplace(other, as_text(value));
      }
      for (const json& value : example.is_array() ? example : json::array({example})) {
        given.emplace(name, with_id(as_text(value), known_id()));
      }
      // `fields` leaves members out, so that the hits are not those described.
      const HttpAnswer answer = sample().server.get(with_id(operation.path, known_id()), given);
      CHECK(answer.status == 200);
      if (name != "fields") check_answer(operation.get, answer);
      ++tried;

      given.emplace(name, with_id(as_text(example.is_array() ? example.at(0) : example), known_id()));
      const HttpAnswer twice = sample().server.get(with_id(operation.path, known_id()), given);
      CHECK(twice.status == (example.is_array() ? 200 : 400));
    }
  }
  CHECK(tried > 60);
}

TEST_CASE("a parameter that is not described is refused, and so is an unknown article, as described") {
  int refused = 0;
  for (const Operation& operation : operations()) {
    CAPTURE(operation.path);
    if (operation.get.at("responses").contains("400")) {
      Parameters given = required_of(operation.parameters);
      given.emplace("nosuch", "1");
      const HttpAnswer answer = sample().server.get(with_id(operation.path, known_id()), given);
      CHECK(answer.status == 400);
      check_answer(operation.get, answer);
      ++refused;
    }
    if (operation.get.at("responses").contains("404")) {
      const HttpAnswer answer = sample().server.get(with_id(operation.path, "aaaaaaaaaaaaaaaa"));
      CHECK(answer.status == 404);
      check_answer(operation.get, answer);
    }
  }
  CHECK(refused > 6);
}

TEST_CASE("without an index the addresses that need one say so as described") {
  const TemporaryFolder folder;
  const Server server(folder.path() / "index", false);
  int without = 0;
  for (const Operation& operation : operations()) {
    CAPTURE(operation.path);
    const HttpAnswer answer = server.get(with_id(operation.path, known_id()), required_of(operation.parameters));
    const bool needs_index = operation.get.at("responses").contains("503");
    CHECK(answer.status == (needs_index ? 503 : 200));
    if (needs_index && operation.path != "/article/{id}") check_answer(operation.get, answer);
    without += needs_index ? 1 : 0;
  }
  CHECK(without > 6);
}

TEST_CASE("a check of the description finds what is not as described") {
  const json schema = api().at("components").at("schemas").at("Index");
  json index = sample().server.search("tug").at("index");
  CHECK(fault(index, schema, "it") == "");
  index["more"] = 1;
  CHECK(fault(index, schema, "it") == "it.more should not be there");
  index.erase("more");
  index["articles"] = "60";
  CHECK(fault(index, schema, "it") == "it.articles is \"60\" and not \"integer\"");
  index.erase("articles");
  CHECK(fault(index, schema, "it") == "it has no \"articles\"");
}
