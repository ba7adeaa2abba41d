// Articles that are not to be in the index though the archive has them: config/withdrawn.txt.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace backfile {

// Article ids; those of addresses are made as indexing makes them (index/article_id.h).
using WithdrawnIds = std::set<std::string, std::less<>>;

// One id or address (http:// or https://) a line; '#' begins a comment. Throws SettingsError (index/settings.h) naming
// `name` and the line where a line is neither.
WithdrawnIds parse_withdrawn(std::string_view text, std::string_view name);

}  // namespace backfile
