#include "server/http/formats/plain_line.h"

namespace backfile {

std::string plain_line(std::string_view text) {
  std::string line;
  bool gap = false;
  for (const char c : text) {
    if ((c >= 0 && c <= ' ') || c == '\x7f') {
      gap = !line.empty();
      continue;
    }
    if (gap) line += ' ';
    gap = false;
    line += c;
  }
  return line;
}

}  // namespace backfile
