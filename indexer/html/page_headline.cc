#include "indexer/html/page_headline.h"

#include <algorithm>
#include <unordered_set>

#include "index/character.h"
#include "index/fold.h"
#include "index/tokenizer.h"
#include "indexer/cleaning/credit_within.h"

namespace backfile {
namespace {

constexpr std::string_view kSeparators[] = {" | ", " - ",  " – ", " — ", " · ", " » ",
                                            " « ", " :: ", " • ", ": ",  " / "};

constexpr std::size_t kFewestWords = 4;  // of a headline that stands before what nobody names
constexpr double kLeastAgreement = 0.6;
constexpr double kLeastOfOnly = 0.25;  // of a page's only <h1>

// Letters and digits alone, folded.
std::string bare(std::string_view text) {
  std::string out;
  Tokenizer tokens(text);
  Token token;
  while (tokens.next(token)) {
    if (token.kind != TokenKind::bigram) out.append(token.text) += " ";
  }
  return out;
}

std::unordered_set<std::string> words_of(std::string_view text) {
  std::unordered_set<std::string> words;
  Tokenizer tokens(text);
  Token token;
  while (tokens.next(token)) words.emplace(token.text);
  return words;
}

struct Agreement {
  std::size_t words = 0;  // that both have
  double share = 0;       // of the words of the one that has fewer
};

Agreement agreement(std::string_view a, std::string_view b) {
  const auto words_a = words_of(a);
  const auto words_b = words_of(b);
  const std::size_t fewer = std::min(words_a.size(), words_b.size());
  const auto common = static_cast<std::size_t>(
      std::ranges::count_if(words_a, [&](const std::string& word) { return words_b.contains(word); }));
  return {common, fewer == 0 ? 0 : static_cast<double>(common) / static_cast<double>(fewer)};
}

std::string squeezed(std::string_view text) {
  std::string out = bare(text);
  std::erase(out, ' ');
  return out;
}

bool is_site_name(std::string_view piece, std::string_view publication) {
  const std::string name = squeezed(publication);
  const std::string part = squeezed(piece);
  if (part.empty() || name.empty()) return false;
  return part == name || (part.size() >= 4 && name.find(part) != std::string::npos) ||
         (name.size() >= 4 && part.find(name) != std::string::npos && part.size() < name.size() * 2);
}

bool is_host(std::string_view piece) {
  const std::size_t dot = piece.find('.');
  const std::string_view last = piece.substr(piece.rfind('.') + 1);  // "U.S." and "17.4.1" are none
  return dot != std::string_view::npos && dot > 0 && last.size() >= 2 &&
         last.find_first_of("0123456789") == std::string_view::npos &&
         std::ranges::all_of(piece, [](unsigned char c) { return is_ascii_alnum(c) || c == '.' || c == '-'; });
}

struct Cut {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
};

Cut last_cut(std::string_view title) {
  Cut cut;
  for (std::string_view mark : kSeparators) {
    const std::size_t at = title.rfind(mark);
    if (at != std::string_view::npos && (cut.at == std::string_view::npos || at > cut.at)) cut = {at, mark.size()};
  }
  return cut;
}

Cut first_cut(std::string_view title) {
  Cut cut;
  for (std::string_view mark : kSeparators) {
    const std::size_t at = title.find(mark);
    if (at < cut.at) cut = {at, mark.size()};
  }
  return cut;
}

std::size_t words_in(std::string_view text) { return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1; }

// What a bar parts off is a name of something even where nobody says of what: the first piece stays where it is long
// enough for a headline, else the piece with most words.
std::string without_unnamed_site(std::string_view title) {
  std::string_view best;
  std::size_t most = 0;  // words
  for (std::size_t begin = 0; begin <= title.size();) {
    const std::size_t end = std::min(title.find(" | ", begin), title.size());
    const std::string_view piece = title.substr(begin, end - begin);
    if (best.empty() || (most < kFewestWords && words_in(piece) > most)) {
      best = piece;
      most = words_in(best);
    }
    begin = end + 3;
  }
  return std::string(most >= kFewestWords ? best : title);
}

// What the title ends with, where a heading repeats it and it is no longer than what stands before it: that heading
// names the site.
std::string ending_of_title(const HeadlineSources& sources) {
  const std::string_view title(sources.title.data(), sources.title.find_last_not_of(" :|-") + 1);
  const Cut last = last_cut(title);
  if (last.at == std::string_view::npos) return {};
  const std::string_view piece = title.substr(last.at + last.size);
  const bool shown = std::ranges::any_of(sources.headings.first,
                                         [&](const std::string& heading) { return bare(heading) == bare(piece); });
  return shown && words_in(piece) <= words_in(title.substr(0, last.at)) ? std::string(piece) : std::string();
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

// A single <h1> is taken at a lesser agreement.
bool is_only_heading(const HeadlineSources& sources, const std::vector<std::string>& told, const std::string& site) {
  if (sources.headings.first.size() != 1) return false;
  const std::string& heading = sources.headings.first[0];
  if (is_site_name(heading, site) || bare(heading).size() <= 15 || heading.size() >= 150) return false;
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

bool is_label_of(const std::string& host, std::string_view piece) {
  const std::string name = squeezed(piece);
  return name.size() > 3 && ("." + host).find("." + name + ".") != std::string::npos;
}

// "DailyEcho - Fog closes harbour" of dailyecho.example; "Fog closes harbour - sea.echo.example" of any site.
std::string without_host(const std::string& title, const std::string& host) {
  const Cut last = last_cut(title);
  if (last.at == std::string::npos || last.at == 0) return title;
  const std::string_view ending = std::string_view(title).substr(last.at + last.size);
  const bool told_of = title[last.at] == ':';  // "Regulators fine travel site: booking.example"
  if ((is_host(ending) && !told_of) || is_label_of(host, ending)) return title.substr(0, last.at);
  const Cut first = first_cut(title);
  return is_label_of(host, title.substr(0, first.at)) ? title.substr(first.at + first.size) : title;
}

}  // namespace

std::string without_site_name(std::string_view title, std::string_view publication) {
  for (int times = 0; times < 2; ++times) {
    const Cut last = last_cut(title);
    if (last.at == std::string_view::npos || last.at == 0) break;
    if (!is_site_name(title.substr(last.at + last.size), publication)) break;
    title = title.substr(0, last.at);
  }
  const Cut first = first_cut(title);
  if (first.at != std::string_view::npos && is_site_name(title.substr(0, first.at), publication)) {
    title = title.substr(first.at + first.size);
  }
  return without_unnamed_site(title);
}

std::string_view last_piece_of_title(std::string_view title) {
  const Cut last = last_cut(title);
  return last.at == std::string_view::npos ? std::string_view() : title.substr(last.at + last.size);
}

std::string choose_headline(const HeadlineSources& sources) {
  const std::string ending = ending_of_title(sources);
  std::string site = sources.publication;
  for (const std::string* name : {&sources.headings.site, &ending}) {
    if (site.empty()) site = *name;
  }
  std::vector<std::string> told;
  auto without_site = [&](const std::string& title) {
    return without_host(without_site_name(title, site), sources.host);
  };
  for (const std::string& one : sources.metadata) told.push_back(without_site(one));
  if (!sources.title.empty())
    told.push_back(without_heading_of_site(without_site(sources.title), sources.headings.site));
  std::erase_if(told, [](const std::string& one) { return bare(one).empty(); });
  std::vector<std::string> compared = told;
  compared.emplace_back(sources.title.substr(0, sources.title.find(" | ")));
  if (const std::string* heading = agreeing_heading(sources, compared, ending)) {
    return without_date_or_site(*heading == sources.title ? without_unnamed_site(*heading) : *heading, told);
  }
  if (const std::string* heading = agreeing_lower(sources, told)) return *heading;
  if (is_only_heading(sources, told, site)) return sources.headings.first[0];
  if (!told.empty()) return told[0];
  for (const auto* headings : {&sources.headings.first, &sources.headings.lower}) {
    if (!headings->empty()) return headings->front();
  }
  return {};
}

}  // namespace backfile
