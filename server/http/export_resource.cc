#include "server/http/export_resource.h"

#include <atomic>
#include <memory>

#include "index/article_id.h"
#include "server/http/export_parameters.h"
#include "server/http/indexed_response.h"
#include "server/http/problem.h"

namespace backfile {
namespace {

constexpr std::size_t kPieceBytes = 64 * 1024;  // at least, but for the last
constexpr std::size_t kLongestSlug = 40;
constexpr int kWhenOneMayHaveEnded = 5;  // seconds

// A place among the exports that run; they give it back when they go.
using Place = std::shared_ptr<void>;

class Places {
 public:
  explicit Places(std::size_t count) : count_(count), taken_(std::make_shared<std::atomic<std::size_t>>(0)) {}

  Place take() const {
    if (taken_->fetch_add(1) >= count_) {
      --*taken_;
      throw Refusal({503, "As many exports as this server makes at once are running.", "", std::to_string(count_),
                     kWhenOneMayHaveEnded});
    }
    return {nullptr, [taken = taken_](void*) { --*taken; }};
  }

 private:
  std::size_t count_;
  std::shared_ptr<std::atomic<std::size_t>> taken_;
};

struct Export {
  Place place;
  FoundArticles found;
  const ExportFormat* format;
  ExportFields fields;
  bool has_begun = false;
  bool has_ended = false;

  std::optional<std::string> next_piece() {
    if (has_ended) return std::nullopt;
    std::string piece = has_begun ? "" : format->head(fields);
    has_begun = true;
    while (piece.size() < kPieceBytes && !has_ended) {
      const auto article = found.next();
      if (article) piece += format->entry(*article, fields);
      has_ended = !article;
    }
    return piece;
  }
};

// "backfile-rare-earth-2025-03-03.csv": the query's letters and digits as far as any file system takes them, and the
// day of the index.
std::string file_name(const ExportParameters& parameters, const IndexState& index) {
  const std::string& named = parameters.ids.size() == 1 ? parameters.ids[0] : parameters.request.query;
  std::string slug;
  for (const char c : named) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    if (plain && slug.size() < kLongestSlug) slug += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (!plain && !slug.empty() && !slug.ends_with('-')) slug += '-';
  }
  while (slug.ends_with('-')) slug.pop_back();
  std::string name = "backfile-" + (slug.empty() ? "export" : slug) + "-" + index.built_at.substr(0, 10) + ".";
  return name.append(parameters.format->name == "bibtex" ? "bib" : parameters.format->name);
}

std::string codes_of(const std::vector<Warning>& warnings) {
  std::string codes;
  for (const Warning& warning : warnings) codes.append(codes.empty() ? "" : ", ").append(warning.code);
  return codes;
}

FoundArticles find(const ExportParameters& parameters, const SearchFunctions& search) {
  const auto unknown = [](const std::string& id) {
    return Refusal({404, "There is no article with the id '" + id + "'.", "id", "", 0});
  };
  for (const std::string& id : parameters.ids) {
    if (!is_article_id(id)) throw unknown(id);
  }
  FoundArticles found =
      parameters.ids.empty() ? search.find_all(parameters.request) : search.find_articles(parameters.ids);
  if (!found.unknown_id.empty()) throw unknown(found.unknown_id);
  if (found.partial) {
    throw Refusal({503,
                   "Finding every article took too long, and a part of them is not exported. Ask for fewer articles, "
                   "with filters or a simpler query; server.export_milliseconds allows more time.",
                   "", "export_milliseconds", kWhenOneMayHaveEnded});
  }
  return found;
}

}  // namespace

Resource export_resource(SearchFunctions search, std::function<Day()> today, std::size_t at_once) {
  return [search = std::move(search), today = std::move(today), places = Places(at_once)](const HttpRequest& http,
                                                                                          const std::string&) {
    const ExportParameters parameters = read_export_parameters(http.parameters, today());
    return *tagged_response(http, http.parameters, parameters.request, search, [&] {
      Place place = places.take();
      FoundArticles found = find(parameters, search);
      TaggedResponse made;
      made.index = found.index;
      made.response.set_header("Content-Type", std::string(parameters.format->content_type));
      made.response.set_header("Content-Disposition",
                               "attachment; filename=\"" + file_name(parameters, found.index) + "\"");
      made.response.set_header("X-Total", std::to_string(found.total));
      if (!found.warnings.empty()) made.response.set_header("X-Warnings", codes_of(found.warnings));
      const auto stream =
          std::make_shared<Export>(Export{std::move(place), std::move(found), parameters.format, parameters.fields});
      made.response.next_piece = [stream] { return stream->next_piece(); };
      return std::optional(std::move(made));
    });
  };
}

}  // namespace backfile
