// The formats of an export: how articles, one after another, become one text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/article.h"
#include "server/http/formats/article_column.h"

namespace backfile {

using ExportFields = std::vector<const ArticleColumn*>;

struct ExportFormat {
  std::string_view name;  // as a parameter, and as the ending of a file
  std::string_view content_type;
  bool has_fields;       // they can be chosen, and `usual_fields` are those of nobody's choice
  bool has_all_usually;  // every field is usual
  std::string (*head)(const ExportFields&);
  std::string (*entry)(const Article&, const ExportFields&);

  ExportFields usual_fields() const;
};

// Throws InvalidRequest, which lists the formats.
const ExportFormat& export_format(std::string_view name);

}  // namespace backfile
