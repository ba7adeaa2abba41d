#include "server/http/openapi_resource.h"

#include "index/embedded.h"
#include "server/http/etag.h"
#include "server/http/page_resource.h"

namespace backfile {

Resource openapi_resource() {
  constexpr std::string_view kVersion = "$VERSION";
  std::string text(embedded_file(kConfigFiles, "openapi.json").value_or(""));
  const std::size_t at = text.find(kVersion);
  if (at != std::string::npos) text.replace(at, kVersion.size(), BACKFILE_VERSION);
  const std::string etag = content_etag(text);
  return file_resource({"application/json", etag, std::move(text)});
}

}  // namespace backfile
