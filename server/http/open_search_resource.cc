#include "server/http/open_search_resource.h"

#include "server/http/etag.h"
#include "server/http/formats/xml_text.h"
#include "server/http/problem.h"

namespace backfile {
namespace {

// No other parameter of a template is used: where a client leaves it empty, it would be one without a value.
std::string url(std::string_view type, std::string_view relation, const std::string& address) {
  std::string text = "<Url type=\"" + std::string(type) + "\"";
  if (!relation.empty()) text += " rel=\"" + std::string(relation) + "\"";
  return text + " template=\"" + xml_text(address) + "\"/>\n";
}

std::string description(const std::string& origin) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
         "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
         "<ShortName>Backfile</ShortName>\n"
         "<Description>Search this news archive</Description>\n"
         "<InputEncoding>UTF-8</InputEncoding>\n"
         "<Image width=\"16\" height=\"16\" type=\"image/svg+xml\">" +
         xml_text(origin) + "/favicon.svg</Image>\n" + url("text/html", "", origin + "/?q={searchTerms}") +
         url("application/x-suggestions+json", "suggestions", origin + "/api/v1/suggest?q={searchTerms}") +
         url("application/json", "", origin + "/api/v1/search?q={searchTerms}") +
         url("application/atom+xml", "", origin + "/feed.atom?q={searchTerms}") +
         url("application/opensearchdescription+xml", "self", origin + "/opensearch.xml") +
         "</OpenSearchDescription>\n";
}

}  // namespace

Resource open_search_resource() {
  return [](const HttpRequest& http, const std::string&) {
    if (http.origin.empty())
      throw Refusal({400, "The answer has addresses in it: the request must name its Host.", "", "", 0});
    HttpResponse response;
    response.body = description(http.origin);
    const std::string tag = content_etag(response.body);
    if (client_has(http, tag)) return not_modified(tag);
    response.set_header("Content-Type", "application/opensearchdescription+xml; charset=utf-8");
    add_etag(response, tag);
    return response;
  };
}

}  // namespace backfile
