// The article model as JSON: all keys always present, null or [] where empty. `extract` prints it and the article
// resource of the server answers with it.
#pragma once

#include <nlohmann/json.hpp>

#include "index/article.h"

namespace backfile {

nlohmann::ordered_json article_to_json(const Article& article);

}  // namespace backfile
