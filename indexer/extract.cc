#include "indexer/extract.h"

#include <ctime>

#include "index/article_id.h"
#include "index/article_json.h"
#include "indexer/cleaning/boilerplate_list.h"
#include "indexer/readers/reader.h"
#include "indexer/report.h"

namespace backfile {

bool extract_files(const std::vector<std::string>& files, const IndexerConfig& config, std::ostream& out) {
  Report report;
  const BoilerplateList boilerplate = BoilerplateList::parse(config.boilerplate_phrases, config.boilerplate_name);
  ReadOptions options{&boilerplate, config.fields, config.max_article_bytes, std::time(nullptr)};
  options.date_order = config.date_order;
  for (const std::string& file : files) {
    read_file({file, file}, options, [&](ReadItem&& item, Place place) {
      if (const auto* rejection = std::get_if<Rejection>(&item)) {
        report.reject(file, place.line, reason_name(rejection->reason), rejection->message);
        return;
      }
      if (const auto* note = std::get_if<Note>(&item)) return report.note(file, place.line, note->message);
      Article article = std::get<Article>(std::move(item));
      article.id = make_article_id(article, "", place.number);
      article.story = article.id;
      out << article_to_json(article).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    });
  }
  return report.rejected() == 0;
}

}  // namespace backfile
