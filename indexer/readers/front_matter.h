// Front matter: what stands above a Markdown text about it, between lines of "---" (YAML) or "+++" (TOML), or as an
// object of JSON.
//
//   ---
//   title: "Tugs fall silent"
//   date: 2025-01-28
//   authors: [Ann Lee, Bo Chan]        also as "- Ann Lee" lines, and "- name: Ann Lee"
//   description: >                     "|" and ">": the indented lines below
//     The harbour waits.
//   ---
//
// Values are what JSON would have; keys below another key (a table of TOML) are those of an object. The topics that
// Zola keeps below "taxonomies" count as the text's own. Nothing is an error: people write these lines by hand, so that
// what YAML would refuse ("title: Fog: the return") is read as it is meant, and a line that is not understood is passed
// over.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

namespace backfile {

struct FrontMatter {
  nlohmann::json fields = nlohmann::json::object();
  std::size_t end = 0;  // where the text behind it begins; 0: there is none
};

FrontMatter read_front_matter(std::string_view utf8);

}  // namespace backfile
