// Front matter: what stands above a Markdown text about it, between lines of "---" (YAML) or "+++" (TOML).
//
//   ---
//   title: "Tugs fall silent"
//   date: 2025-01-28
//   authors: [Ann Lee, Bo Chan]        also as "- Ann Lee" lines, and "- name: Ann Lee"
//   description: >                     "|" and ">": the indented lines below
//     The harbour waits.
//   ---
//
// A subset: keys of one level, texts and lists of texts; of what is nested, only "name" and "title" count. Quotes come
// off, comments go. Nothing is an error: a line that is not understood is passed over.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

namespace backfile {

struct FrontMatter {
  nlohmann::json fields = nlohmann::json::object();  // texts, or lists of texts
  std::size_t end = 0;                               // where the text behind it begins; 0: there is none
};

FrontMatter read_front_matter(std::string_view utf8);

}  // namespace backfile
