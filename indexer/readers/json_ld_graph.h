// The objects of the JSON-LD in a page's scripts, in document order, each before those inside it
// (https://www.w3.org/TR/json-ld11/).
//
// Scripts that are not quite JSON are mended: HTML comments and CDATA around, commas before a closing bracket, raw line
// ends in strings (json_parse.h), quotes written as entities or not escaped, one object behind the other. A script that
// cannot be read costs no other; at most 100 are read.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/html/tree.h"

namespace backfile {

class JsonLdGraph {
 public:
  explicit JsonLdGraph(const HtmlTree& tree);

  const std::vector<const nlohmann::json*>& objects() const { return objects_; }

  // Is it an entry of a list ("itemListElement"), or inside of one?
  bool is_listed(const nlohmann::json& object) const { return listed_.contains(&object); }

  // The object that {"@id": …} refers to; else the value itself.
  const nlohmann::json& resolved(const nlohmann::json& value) const;

 private:
  void add(const nlohmann::json& object);

  std::vector<std::unique_ptr<nlohmann::json>> scripts_;
  std::vector<const nlohmann::json*> objects_;
  std::unordered_set<const nlohmann::json*> listed_;
  std::unordered_map<std::string, const nlohmann::json*> by_id_;
};

// Does a type of the object end in one of these? "https://schema.org/NewsArticle" does in "Article".
bool is_type(const nlohmann::json& object, const std::vector<std::string_view>& endings);

}  // namespace backfile
