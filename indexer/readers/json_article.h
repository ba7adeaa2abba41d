// A JSON record as an article. What metadata say wins over what the text says; the text is cleaned like that of a page
// (page_text.h), but its first line is never taken for a headline.
#pragma once

#include <nlohmann/json.hpp>

#include "indexer/readers/reader.h"

namespace backfile {

// Rejects what is no object (not_an_object) and what has neither a headline nor a body (empty).
ReadItem article_from_json(const nlohmann::json& record, const SourceFile& source, const ReadOptions& options);

}  // namespace backfile
