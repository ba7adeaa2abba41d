// A JSON record as an article. What metadata say wins over what the text says; the text is cleaned like that of a page
// (page_text.h), but its first line is never taken for a headline. Texts that hold tags of HTML are read as such.
#pragma once

#include <nlohmann/json.hpp>

#include "indexer/readers/json_records.h"
#include "indexer/readers/reader.h"

namespace backfile {

// Rejects what is no object (not_an_object) and what has neither a headline nor a body (empty).
ReadItem article_from_json(const nlohmann::json& record, const SourceFile& source, const ReadOptions& options,
                           const JsonDefaults& defaults = {});

// When this state of the record was fetched or changed, ISO 8601; empty where it does not say.
std::string crawled_of_json(const nlohmann::json& record, const ReadOptions& options);

}  // namespace backfile
