#include "indexer/readers/charset.h"

#include "indexer/cleaning/text_repair.h"

namespace backfile {

std::string to_utf8(std::string_view bytes, std::string_view) { return decode_text(bytes); }

}  // namespace backfile
