// Records of well-known makers whose fields do not stand as json_fields.h expects them.
//
//   Elasticsearch      {"_id": …, "_source": {…}}: the source, with the id
//   WordPress (REST)   authors, categories and tags are numbers: their names, where "_embedded" has them
//   ninjs 2            "bodies" is one text in several forms: the first that is HTML, else the first
//   schema.org         a LiveBlogPosting's updates are its text
#pragma once

#include <nlohmann/json.hpp>

namespace backfile {

// Other records stay as they are.
void take_shape(nlohmann::json& record);

// What is no published text: a picture or film of ninjs, what its agency has withdrawn (pubstatus canceled, withheld),
// a post of WordPress that is a draft.
bool is_passed_over(const nlohmann::json& record);

}  // namespace backfile
