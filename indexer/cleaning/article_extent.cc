#include "indexer/cleaning/article_extent.h"

#include <algorithm>

#include "index/fold.h"
#include "indexer/cleaning/date_line.h"
#include "indexer/cleaning/dateline.h"
#include "indexer/cleaning/headline.h"
#include "indexer/cleaning/headline_row.h"
#include "indexer/cleaning/page.h"
#include "indexer/cleaning/summary.h"
#include "indexer/cleaning/telling_words.h"

namespace backfile {
namespace {

constexpr double kCostOfRow = 8;  // words
constexpr std::uint32_t kMostWordsOfMenu = 5;
constexpr std::size_t kFewestOfMenu = 8;      // rows
constexpr std::size_t kFewestWithPhrase = 4;  // of them, where one is known as furniture
constexpr std::uint32_t kFewestOfLead = 20;   // words of a paragraph that may be a banner of the site
constexpr std::size_t kShareOfBanners = 4;    // among its menus stands at most a fourth of what the text has
constexpr std::size_t kShareAtTop = 16;       // above them at most a sixteenth

constexpr std::size_t kFewestAbove = 3;  // rows above a headline, where nothing else tells that they are others
constexpr std::uint32_t kMostWordsOfOthers = 12;  // of other articles' headlines, where this has its byline
constexpr std::ptrdiff_t kFewestParagraphs = 3;

constexpr std::size_t kMostCaptions = 4;          // above a byline
constexpr std::size_t kRowsOfCaptions = 20;       // above a byline
constexpr std::uint32_t kFewestOfParagraph = 25;  // words
constexpr std::size_t kRowsToDateline = 8;        // from the end of the head

// "Why is the tide table late?" is a sentence, and a headline.
bool is_question(const Row& row) { return row.words <= kMostWordsOfOthers && row.text.ends_with('?'); }

double worth(const Row& row) {
  const double words = row.words;
  return row.prose && !is_furniture(row) && !is_question(row) ? words : std::min(0.0, words - kCostOfRow);
}

// The name of a section alone, above a headline.
bool is_section(const Row& row) {
  constexpr std::string_view kSections[] = {
      "analysis",   "arts",      "books",   "business",   "comment",   "cultura",       "culture",     "deportes",
      "economia",   "economie",  "economy", "editorial",  "education", "entertainment", "environment", "europe",
      "feature",    "features",  "finance", "feuilleton", "health",    "interview",     "kultur",      "letters",
      "lifestyle",  "markets",   "media",   "meinung",    "mundo",     "music",         "national",    "news",
      "obituaries", "obituary",  "opinion", "panorama",   "people",    "politica",      "politics",    "politik",
      "politique",  "regional",  "review",  "reviews",    "science",   "society",       "societe",     "sport",
      "sports",     "style",     "tech",    "technology", "travel",    "us news",       "wirtschaft",  "wissen",
      "world",      "world news"};
  return row.words <= 2 && std::ranges::find(kSections, fold_label(row.text)) != std::end(kSections);
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

class Finder {
 public:
  Finder(const std::vector<Row>& rows, std::string_view headline) : rows_(rows), known_(fold_label(headline)) {}

  std::optional<ArticleExtent> find(bool only_menus) {
    find_text();
    if (extent_.begin == extent_.end || is_text_alone()) return std::nullopt;
    for (std::size_t i = extent_.begin; i < extent_.end; ++i) {
      if (!rows_[i].prose) continue;
      text_.add(rows_[i].text);
      words_ += rows_[i].words;
    }
    const std::size_t behind = end_of_head();
    extent_.credits = head_credits_of(rows_, extent_.begin - std::min(extent_.begin, kRowsAbove), behind, text_);
    const HeadlineFinder finder(rows_, extent_.begin, text_, extent_.credits);
    extent_.headline = known_.empty() ? finder.find() : known_headline();
    extent_.has_menu = has_menu(extent_.headline.value_or(extent_.begin));
    if (!extent_.has_menu) extent_.end = rows_.size();  // what stands there may be a list of the article's
    if (!extent_.has_menu && only_menus) return std::nullopt;
    extent_.is_whole_page = extent_.has_menu || stands_out(finder);
    if (!extent_.is_whole_page) take_first_row(finder);
    const std::size_t head = extent_.headline.value_or(0);
    add_name_alone(rows_, head + 1, behind, text_, extent_.credits);
    std::erase_if(extent_.credits, [&](const auto& credit) { return !is_of_head(credit.first, head, credit.second); });
    if (extent_.is_whole_page) begin_behind_captions(behind);
    return std::move(extent_);
  }

 private:
  // The row above the text that repeats it.
  std::optional<std::size_t> known_headline() const {
    for (std::size_t i = extent_.begin + 1; i-- > 0;) {
      if (rows_[i].text.size() < known_.size() * 2 + 8 && fold_label(rows_[i].text) == known_) return i;
    }
    return std::nullopt;
  }

  // A headline at most, and paragraphs.
  bool is_text_alone() const {
    const auto begin = rows_.begin() + static_cast<std::ptrdiff_t>(extent_.begin);
    const auto end = rows_.begin() + static_cast<std::ptrdiff_t>(std::min(extent_.end, extent_.begin + kRowsToCredit));
    return extent_.begin <= 1 && std::all_of(begin, end, [](const Row& row) { return row.prose; });
  }

  void find_text() {
    double most = 0;
    double sum = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      sum += worth(rows_[i]);
      if (sum <= 0) {
        sum = 0;
        begin = i + 1;
      } else if (sum > most) {
        most = sum;
        extent_.begin = begin;
        extent_.end = i + 1;
      }
    }
  }

  // The head may go on behind captions: up to the second long paragraph.
  std::size_t end_of_head() const {
    std::size_t i = extent_.begin;
    const std::size_t end = std::min(extent_.end, extent_.begin + kRowsOfCaptions);
    for (std::size_t paragraphs = 0; i < end && paragraphs < 2; ++i) {
      if (rows_[i].prose && rows_[i].words >= kFewestOfParagraph) ++paragraphs;
    }
    return std::max(i, std::min(extent_.end, extent_.begin + kRowsToCredit));
  }

  // What stands before the credits of the head are captions, where no credit stands above them; and one before a
  // dateline. Credits inside the text are not the article's.
  void begin_behind_captions(std::size_t behind) {
    if (!has_credit_above()) begin_behind_credits(behind);
    std::erase_if(extent_.credits, [&](const auto& credit) { return credit.first >= extent_.begin; });
    const std::size_t end = std::min(extent_.end, extent_.begin + kRowsToDateline);
    for (std::size_t i = extent_.begin; i < end; ++i) {
      if (i > extent_.begin + 1 && rows_[i - 1].prose && rows_[i - 2].prose) break;
      if (rows_[i].prose && read_dateline(rows_[i].text).end > 0) {
        extent_.begin = i;
        return;
      }
    }
    for (std::size_t i = extent_.begin; i < end && !rows_[i].bullet; ++i) {
      if (!rows_[i].prose || is_furniture(rows_[i])) continue;
      extent_.begin = i;
      return;
    }
  }

  void begin_behind_credits(std::size_t behind) {
    std::size_t captions = 0;
    for (std::size_t i = extent_.begin; i < behind && captions <= kMostCaptions; ++i) {
      const CreditLine* credit = told_credit(i);
      if (credit && is_sure(rows_[i].text, *credit)) extent_.begin = i + 1;
      if (rows_[i].prose) ++captions;
    }
  }

  bool has_credit_above() const {
    for (std::size_t i = extent_.headline.value_or(extent_.begin) + 1; i < extent_.begin; ++i) {
      if (told_credit(i)) return true;
    }
    return false;
  }

  // Not of a "By" alone.
  const CreditLine* told_credit(std::size_t i) const {
    const CreditLine* credit = credit_of(rows_, i, extent_.credits);
    return credit && !(credit->names.empty() && credit->dates.empty()) ? credit : nullptr;
  }

  // Do the first `end` rows hold a menu? Rows with digits may be a table. Behind running text that is more than banners
  // of the site a list is the article's.
  bool has_menu(std::size_t end) const {
    std::size_t short_rows = 0;
    std::size_t words = 0;  // of running text
    bool furniture = false;
    for (std::size_t i = 0; i < end; ++i) {
      const Row& row = rows_[i];
      furniture = furniture || is_furniture(row);
      const bool is_short = !row.prose && !row.bullet && !row.credit && row.words <= kMostWordsOfMenu;
      if (is_short && !has_digit(row.text)) ++short_rows;
      if (short_rows >= (furniture ? kFewestWithPhrase : kFewestOfMenu)) return true;
      if (row.prose && row.words >= kFewestOfLead && !is_furniture(row)) words += row.words;
      if (words * (short_rows < kFewestWithPhrase ? kShareAtTop : kShareOfBanners) > words_) return false;
    }
    return false;
  }

  // Are the rows above the headline, however few, of the site, and only that row of the article?
  bool stands_out(const HeadlineFinder& finder) const {
    if (!extent_.headline || *extent_.headline == 0 || *extent_.headline == extent_.begin) return false;
    const std::size_t headline = *extent_.headline;
    const auto end = rows_.begin() + static_cast<std::ptrdiff_t>(headline);
    const bool told = headline >= kFewestAbove || is_section(rows_[0]) || std::any_of(rows_.begin(), end, is_furniture);
    if (!told || !has_paragraphs()) return false;
    const std::uint32_t most_words = finder.is_above_credit(headline) ? kMostWordsOfOthers : kMostWordsOfMenu;
    const double about = text_.aboutness(rows_[headline].text);
    for (std::size_t i = 0; i < headline; ++i) {
      const Row& row = rows_[i];
      if (is_furniture(row) || is_trail(row.text) || read_date_line(row.text)) continue;
      const bool of_site = (!row.prose || is_question(row)) && !row.bullet && !row.credit && !has_digit(row.text);
      if (!of_site || row.words > most_words) return false;
      if (is_section(row)) continue;  // though the text may speak of it
      const bool less = text_.aboutness(row.text) < about * kShareOfHeadline;
      if (!less && finder.points_of(i) + kPointsOfCredit > finder.points_of(headline)) return false;
    }
    return rows_[headline].words >= kFewestOfHeadline;
  }

  // The first row is the headline, above a text of some length.
  void take_first_row(const HeadlineFinder& finder) {
    const Row& row = rows_[0];
    const bool may_be = finder.may_be(0) || (row.words == 1 && !row.credit && !is_furniture(row) && !row.bullet);
    const bool first =
        extent_.begin > 0 && has_paragraphs() && may_be && is_headline_like(row.text) && !is_summary_heading(row.text);
    extent_.headline = first ? std::optional<std::size_t>(0) : std::nullopt;
  }

  bool has_paragraphs() const {
    const auto begin = rows_.begin() + static_cast<std::ptrdiff_t>(extent_.begin);
    const auto end = rows_.begin() + static_cast<std::ptrdiff_t>(extent_.end);
    return std::count_if(begin, end, [](const Row& row) { return row.prose; }) >= kFewestParagraphs;
  }

  // Of a text without menus only what is sure, for its head may be a table.
  bool is_of_head(std::size_t i, std::size_t head, const CreditLine& credit) const {
    if (extent_.has_menu) return i != head;
    return i > 0 && is_sure(rows_[i].text, credit);
  }

  const std::vector<Row>& rows_;
  const std::string known_;  // the headline, folded
  ArticleExtent extent_;
  TellingWords text_;
  std::size_t words_ = 0;  // of the text
};

}  // namespace

std::optional<ArticleExtent> find_extent(const std::vector<Row>& rows, std::string_view headline, bool only_menus) {
  return Finder(rows, headline).find(only_menus);
}

}  // namespace backfile
