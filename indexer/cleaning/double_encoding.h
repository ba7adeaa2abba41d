// Text that was encoded twice: UTF-8 that some program took for Windows-1252 or Latin-1 and encoded again.
//
//   Aredâ€™s port, 12Â°, cafÃ©, â€œfogâ€            becomes            Ared’s port, 12°, café, “fog”
//
// Undone where a sequence can be nothing else: two or three characters that stand for the bytes of one accented Latin
// letter, one sign of Latin-1, or one mark of general punctuation. An "Â" or "Ã" that ends a word in capitals stays.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Is there anything to undo? Costs a search for bytes.
bool has_double_encoding(std::string_view utf8);

// Valid UTF-8 in, valid UTF-8 out; what is not encoded twice stays as it is.
std::string without_double_encoding(std::string_view utf8);

}  // namespace backfile
