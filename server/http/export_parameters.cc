#include "server/http/export_parameters.h"

#include <algorithm>

#include "server/http/own_parameters.h"
#include "server/http/parameter_values.h"
#include "server/http/parameters.h"
#include "server/search/answer.h"

namespace backfile {
namespace {

constexpr std::string_view kOwn[] = {"format", "fields", "id"};
constexpr std::string_view kOfSearch[] = {"sort", "seed", "recency"};  // what narrows is taken anyway

ExportFields read_fields(std::string_view list) {
  ExportFields fields;
  for_each_name(list, [&](std::string_view name) {
    const ArticleColumn* const column = article_column(name);
    if (!column) {
      std::string known;
      for (const ArticleColumn& one : article_columns()) known.append(known.empty() ? "" : ", ").append(one.name);
      throw InvalidRequest("fields", "An article has no field '" + std::string(name) + "'. It has: " + known + ".");
    }
    if (std::ranges::find(fields, column) != fields.end()) {
      throw InvalidRequest("fields", "'" + std::string(name) + "' is named twice.");
    }
    fields.push_back(column);
  });
  return fields;
}

}  // namespace

ExportParameters read_export_parameters(const std::vector<Parameter>& parameters, Day today) {
  const OwnParameters apart = tell_apart(parameters, kOwn, kOfSearch);
  ExportParameters read;
  read.format = &export_format(apart.once("format").value_or(""));
  read.fields = read.format->usual_fields();
  if (const auto fields = apart.once("fields")) {
    if (!read.format->has_fields) throw InvalidRequest("fields", "This format has fields of its own.");
    read.fields = read_fields(*fields);
  }
  read.ids = apart.all("id");
  if (!read.ids.empty() && !apart.search.empty()) {
    const std::string& name = apart.search[0].name;
    throw InvalidRequest(name, "'id' names the articles: '" + name + "' cannot choose among them.");
  }
  const SearchParameters search = read_search_parameters(apart.search, today);
  if (search.request.sort == Sort::random && !search.seed) {
    throw InvalidRequest("seed", "A random export needs a 'seed': any number, or the one that a search answered with.");
  }
  read.request = search.request;
  const auto collapses = [](const Parameter& given) { return given.name == "collapse"; };
  if (std::ranges::none_of(apart.search, collapses)) read.request.collapse_stories = false;
  return read;
}

}  // namespace backfile
