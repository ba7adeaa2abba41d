#include "index/sealed_text.h"

#include "index/durable_file.h"

namespace backfile {
namespace {

std::string ending_of(std::string_view body) { return ",\n  \"checksum\": \"" + checksum_of(body) + "\"\n}\n"; }

}  // namespace

std::string with_checksum(std::string_view object) {
  const std::string_view body = object.substr(0, object.rfind('}'));
  return std::string(body) + ending_of(body);
}

bool checksum_holds(std::string_view text) {
  static const std::size_t ending = ending_of("").size();
  if (text.size() < ending) return false;
  const std::string_view body = text.substr(0, text.size() - ending);
  return text.substr(body.size()) == ending_of(body);
}

}  // namespace backfile
