#include "server/http/export_format.h"

#include "index/article_json.h"
#include "server/http/formats/bibtex.h"
#include "server/http/formats/csv.h"
#include "server/http/formats/ris.h"
#include "server/http/json_response.h"
#include "server/http/web_address.h"
#include "server/search/answer.h"

namespace backfile {
namespace {

std::string csv_head(const ExportFields& fields) {
  std::string line(kByteOrderMark);
  for (const ArticleColumn* field : fields) line.append(field == fields[0] ? "" : ",").append(field->name);
  return line.append(kCsvLineEnd);
}

std::string csv_entry(const Article& article, const ExportFields& fields) {
  std::string line;
  for (const ArticleColumn* field : fields) {
    line.append(field == fields[0] ? "" : ",").append(csv_cell(field->text(article)));
  }
  return line.append(kCsvLineEnd);
}

std::string json_line(const Article& article, const ExportFields& fields) {
  Json all = article_to_json(article);
  if (web_address(article.url).empty()) all["url"] = nullptr;
  if (fields.size() == all.size()) return json_text(all, false);
  Json chosen = Json::object();
  for (const ArticleColumn* field : fields) {
    const std::string name(field->name);
    chosen[name] = std::move(all[name]);
  }
  return json_text(chosen, false);
}

std::string no_head(const ExportFields&) { return ""; }

constexpr ExportFormat kFormats[] = {
    {"csv", "text/csv; charset=utf-8; header=present", true, false, csv_head, csv_entry},
    {"jsonl", "application/jsonl; charset=utf-8", true, true, no_head, json_line},
    {"ris", "application/x-research-info-systems; charset=utf-8", false, false, no_head,
     [](const Article& article, const ExportFields&) { return ris_entry(article); }},
    {"bibtex", "application/x-bibtex; charset=utf-8", false, false, no_head,
     [](const Article& article, const ExportFields&) { return bibtex_entry(article); }},
};

}  // namespace

ExportFields ExportFormat::usual_fields() const {
  ExportFields usual;
  for (const ArticleColumn& column : article_columns()) {
    if (has_fields && (has_all_usually || column.is_usual)) usual.push_back(&column);
  }
  return usual;
}

const ExportFormat& export_format(std::string_view name) {
  std::string known;
  for (const ExportFormat& format : kFormats) {
    if (format.name == name) return format;
    known.append(known.empty() ? "'" : ", '").append(format.name).append("'");
  }
  throw InvalidRequest(
      "format", "'format' must be one of " + known + (name.empty() ? "." : ", not '" + std::string(name) + "'."));
}

}  // namespace backfile
