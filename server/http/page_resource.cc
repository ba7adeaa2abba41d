#include "server/http/page_resource.h"

#include <memory>

#include "index/article_id.h"
#include "server/http/etag.h"

namespace backfile {
namespace {

HttpResponse answer_with(const StaticFile& file, const HttpRequest& request) {
  if (client_has(request, file.etag)) return not_modified(file.etag);
  HttpResponse response;
  response.set_header("Content-Type", file.content_type);
  add_etag(response, file.etag);
  response.body = file.text;
  return response;
}

HttpResponse page_without_article(const StaticFile& page, int status) {
  HttpResponse response;
  response.status = status;
  response.set_header("Content-Type", page.content_type);
  response.set_header("Cache-Control", "no-store");
  if (status == 503) response.set_header("Retry-After", "5");
  response.body = page.text;
  return response;
}

}  // namespace

Resource file_resource(StaticFile file) {
  return [shared = std::make_shared<const StaticFile>(std::move(file))](
             const HttpRequest& request, const std::string&) { return answer_with(*shared, request); };
}

Resource article_page_resource(StaticFile page, SearchFunctions search) {
  return [shared = std::make_shared<const StaticFile>(std::move(page)), search = std::move(search)](
             const HttpRequest& request, const std::string& id) {
    if (!is_article_id(id)) return page_without_article(*shared, 404);
    if (!search.index_state()) return page_without_article(*shared, 503);
    if (!search.article(id, SearchRequest{})) return page_without_article(*shared, 404);
    return answer_with(*shared, request);
  };
}

}  // namespace backfile
