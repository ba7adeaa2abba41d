#include "indexer/readers/page_dates.h"

#include <string>
#include <vector>

#include "indexer/cleaning/published.h"
#include "indexer/cleaning/url_date.h"

namespace backfile {
namespace {

constexpr std::int64_t kOtherDay = 36 * 3600;  // from the beginning of a day: what is later is no hour of it anywhere

struct ToldDate {
  std::string written;
  std::optional<Date> date;
  PublishedFrom from = PublishedFrom::metadata;
};

const std::string& first_of(const std::string& one, const std::string& two, const std::string& three) {
  if (!one.empty()) return one;
  return two.empty() ? three : two;
}

// Where a page is kept by a program that knows its last change alone, that stands in the place of publication, and
// the true date is only shown: as one of publication, or as any where the two in the metadata are no different.
bool is_shown_earlier(const PageDates& dates, DateOrder order) {
  const auto shown = read_metadata_date(dates.visible.published, order);
  const auto told = read_metadata_date(first_of(dates.surer.published, dates.other.published, dates.markup.published));
  if (!dates.visible.is_above_text || !shown || !told || shown->precision < Precision::day) return false;
  if (told->epoch_seconds() - shown->epoch_seconds() < kOtherDay) return false;
  const auto changed = read_metadata_date(first_of(dates.surer.modified, dates.other.modified, dates.markup.modified));
  return dates.visible.is_labelled || (changed && !(told->last() < changed->first()));
}

bool says_more(const Date& date, const Date& than) {
  return date.precision > than.precision && !(date.first() < than.first()) && !(than.last() < date.last());
}

// All that is told, surest first.
std::vector<ToldDate> told_dates(const Article& article, const PageDates& dates, DateOrder order) {
  std::vector<ToldDate> told;
  auto add = [&](const std::string& written, PublishedFrom from) {
    if (!written.empty()) told.push_back({written, read_metadata_date(written, order), from});
  };
  const VisibleFacts& visible = dates.visible;
  if (is_shown_earlier(dates, order)) add(visible.published, PublishedFrom::text);
  for (const std::string* written :
       {&dates.surer.published, &dates.other.published, &dates.markup.published, &dates.markup.time}) {
    add(*written, PublishedFrom::metadata);
  }
  const auto shown = read_metadata_date(visible.published, order);
  const auto elsewhere = read_metadata_date(dates.markup.elsewhere, order);
  const bool has_hour = shown && elsewhere && says_more(*elsewhere, *shown);
  if (visible.is_in_head && !has_hour) add(visible.published, PublishedFrom::text);
  add(dates.markup.elsewhere, PublishedFrom::metadata);
  add(visible.published, PublishedFrom::text);
  if (const auto day = date_of_url(article.url)) told.push_back({day->iso, day, PublishedFrom::url});
  return told;
}

}  // namespace

void take_page_date(Article& article, const PageDates& dates, DateOrder order, std::int64_t now) {
  const std::vector<ToldDate> told = told_dates(article, dates, order);
  for (const ToldDate& one : told) take_published(article, one.date, one.written, one.from, now);
  for (const ToldDate& one : told) {
    if (!article.published.known() || article.published.precision >= Precision::day) break;
    if (!one.date || !says_more(*one.date, article.published)) continue;
    article.published = *one.date;
    article.published_from = one.from;
  }
  const std::string& updated = dates.visible.updated;
  if (!updated.empty()) take_published(article, read_metadata_date(updated, order), updated, PublishedFrom::text, now);
}

}  // namespace backfile
