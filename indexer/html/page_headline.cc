#include "indexer/html/page_headline.h"

#include <algorithm>

#include "indexer/cleaning/credit_within.h"
#include "indexer/html/site_name.h"
#include "indexer/html/title_words.h"

namespace backfile {
namespace {

constexpr std::size_t kShortestHeading = 15;     // bytes, of one that hardly agrees with anything
constexpr std::ptrdiff_t kMostWordsOfLabel = 4;  // of a title that may name the site or a part of it alone
constexpr double kLeastAgreement = 0.6;
constexpr double kLeastOfOnly = 0.25;   // of a page's only <h1>
constexpr double kMostInHeading = 0.5;  // of its words, of a label
constexpr double kLeastInText = 0.5;    // of its words, of a title that speaks of the text

// What the title ends with, where a heading repeats it and it is no longer than what stands before it: that heading
// names the site.
std::string ending_of_title(const HeadlineSources& sources) {
  const std::string_view title(sources.title.data(), sources.title.find_last_not_of(" :|-") + 1);
  const std::string_view piece = last_piece_of_title(title);
  if (piece.empty()) return {};
  const bool shown = std::ranges::any_of(sources.headings.first,
                                         [&](const std::string& heading) { return bare(heading) == bare(piece); });
  return shown && words_in(piece) <= words_in(without_last_piece(title)) ? std::string(piece) : std::string();
}

// The heading that agrees best with what metadata and title say.
const std::string* agreeing_heading(const HeadlineSources& sources, const std::vector<std::string>& told,
                                    const std::string& ending) {
  const std::string* best = nullptr;
  double most = kLeastAgreement;
  for (const std::string& heading : sources.headings.first) {
    if (bare(heading).empty() || bare(heading) == bare(ending)) continue;
    if (is_site_name(heading, sources.publication)) continue;
    for (const std::string& one : told) {
      const double agrees = agreement(heading, one).share;
      if (agrees > most && bare(heading).size() * 3 > bare(one).size()) {
        most = agrees;
        best = &heading;
      }
    }
  }
  return best;
}

// A heading without what stands in it beside the headline that the title tells: its date, the site that it links to,
// "(echo.example) 87".
std::string without_date_or_site(std::string heading, const std::vector<std::string>& told) {
  for (const std::string& one : told) {
    if (heading.size() <= one.size() + 1) continue;
    const std::string_view before = std::string_view(heading).substr(0, heading.size() - one.size());
    const std::string_view behind = std::string_view(heading).substr(one.size());
    const bool dated = heading.ends_with(one) && before.ends_with(' ') && !date_within(before).empty();
    const bool links = heading.starts_with(one) && behind.starts_with(" (") && behind.find('.') < behind.find(')');
    if (dated || links) return one;
  }
  return heading;
}

// "Weather Fog closes harbour" without what stands in an element of its own there and in no title.
std::string without_kicker(const std::string& heading, const HeadlineSources& sources,
                           const std::vector<std::string>& told) {
  for (const std::string& kicker : sources.headings.kickers) {
    if (!heading.starts_with(kicker + " ")) continue;
    const std::string rest = heading.substr(kicker.size() + 1);
    const bool told_so = std::ranges::all_of(told, [&](const std::string& one) { return bare(one) == bare(rest); });
    if (told_so && !told.empty()) return rest;
  }
  return heading;
}

// A single <h1> is taken at a lesser agreement.
bool is_only_heading(const HeadlineSources& sources, const std::vector<std::string>& told, const std::string& site) {
  if (sources.headings.first.size() != 1) return false;
  const std::string& heading = sources.headings.first[0];
  if (is_site_name(heading, site) || bare(heading).size() <= kShortestHeading || heading.size() >= 150) return false;
  return told.empty() || std::ranges::any_of(told, [&](const auto& one) {
           const Agreement both = agreement(heading, one);
           return both.share > kLeastOfOnly && both.words > 1;
         });
}

// A lower heading that says what is told.
const std::string* agreeing_lower(const HeadlineSources& sources, const std::vector<std::string>& told) {
  for (const std::string& one : told) {
    const std::string wanted = bare(one);
    const auto& lower = sources.headings.lower;
    const auto found = std::ranges::find_if(lower, [&](const std::string& heading) { return bare(heading) == wanted; });
    if (found != lower.end()) return &*found;
  }
  return nullptr;
}

// The name that the page's own <h1> gives the site, off a title that has it in front with nothing between.
std::string without_heading_of_site(const std::string& title, const std::string& site) {
  const bool in_front = !site.empty() && title.size() > site.size() + 1 && title.starts_with(site + " ");
  return in_front ? title.substr(site.size() + 1) : title;
}

std::ptrdiff_t words_of(std::string_view title) { return std::ranges::count(bare(title), ' '); }

// Few words that are not of the article: the site's name, "Home", "Print version". The heading over the text has at
// most half of them ("The Aldermouth Echo" over news of Aldermouth), and where the text has them it has the heading's,
// too, and those are more.
bool is_label(const std::string& title, const HeadlineSources& sources) {
  const std::string& heading = sources.heading_of_text;
  if (bare(heading).size() <= kShortestHeading || words_of(title) > kMostWordsOfLabel) return false;
  const double shared = share_in_text(title, heading);
  const std::ptrdiff_t least = shared > 0 ? words_of(title) * 2 : words_of(title);
  if (shared > kMostInHeading || words_of(heading) < least) return false;
  if (share_in_text(title, sources.text) < kLeastInText) return true;
  return share_in_text(heading, sources.text) >= kLeastInText && words_of(title) < words_of(heading);
}

// What metadata and title say, without what names but the site or a part of it.
std::vector<std::string> without_labels(const std::vector<std::string>& told, const std::string& site,
                                        const HeadlineSources& sources) {
  std::vector<std::string> left = told;
  std::erase_if(left, [&](const std::string& one) {
    return is_nothing_but_site(one, site, sources.host) || is_label(one, sources);
  });
  return left;
}

}  // namespace

std::string choose_headline(const HeadlineSources& sources) {
  const std::string ending = ending_of_title(sources);
  std::string site = sources.publication;
  for (const std::string* name : {&sources.headings.site, &ending}) {
    if (site.empty()) site = *name;
  }
  std::vector<std::string> told;
  auto without_site = [&](const std::string& title) {
    return without_host(without_site_name(title, site, sources.section), sources.host);
  };
  for (const std::string& one : sources.metadata) told.push_back(without_site(one));
  if (!sources.title.empty())
    told.push_back(without_heading_of_site(without_site(sources.title), sources.headings.site));
  std::erase_if(told, [](const std::string& one) { return bare(one).empty(); });
  std::vector<std::string> compared = told;
  compared.emplace_back(sources.title.substr(0, sources.title.find(" | ")));
  if (const std::string* heading = agreeing_heading(sources, compared, ending)) {
    const std::string line = *heading == sources.title ? without_unnamed_site(*heading) : *heading;
    return without_date_or_site(without_kicker(line, sources, told), told);
  }
  const std::vector<std::string> left = without_labels(told, site, sources);
  if (const std::string* heading = agreeing_lower(sources, left)) return *heading;
  if (is_only_heading(sources, left, site)) return sources.headings.first[0];
  if (!left.empty()) return left[0];
  if (!sources.heading_of_text.empty()) return sources.heading_of_text;
  if (!told.empty()) return told[0];
  for (const auto* headings : {&sources.headings.first, &sources.headings.lower}) {
    if (!headings->empty()) return headings->front();
  }
  return {};
}

}  // namespace backfile
