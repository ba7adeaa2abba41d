// The columns of a table of articles: the fields of the article model under their names, each as one text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "index/article.h"

namespace backfile {

struct ArticleColumn {
  std::string_view name;
  bool is_usual;                        // in a table of which nobody says what is wanted
  std::string (*text)(const Article&);  // empty where nothing is known
};

// Every field, in the model's order. Names and labels are joined by "; ", paragraphs by an empty line.
std::span<const ArticleColumn> article_columns();

// Null where there is none of that name.
const ArticleColumn* article_column(std::string_view name);

}  // namespace backfile
