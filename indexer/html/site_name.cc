#include "indexer/html/site_name.h"

#include <algorithm>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/html/title_words.h"

namespace backfile {
namespace {

// Of those that begin with the same, the longest first.
constexpr std::string_view kSeparators[] = {" | ", " || ", " - ", " -- ", " – ", " — ", " · ", " » ", " « ", " :: ",
                                            " : ", " • ",  ": ",  " / ",  " < ", " > ", " › ", " ‹ ", " ~ ", "｜"};

// What parts the name off without blanks.
constexpr std::string_view kTightMarks[] = {"_", "-", "|", "｜", "–", "—", "·", ":", "：", " "};

constexpr std::size_t kFewestWords = 4;  // of a headline that stands before what nobody names
constexpr std::size_t kShortestName = 4;

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

Cut cut_at(std::string_view title, std::size_t at) {
  for (std::string_view mark : kSeparators) {
    if (title.substr(at).starts_with(mark)) return {at, mark.size()};
  }
  return {};
}

Cut first_cut(std::string_view title) {
  for (std::size_t at = 0; at < title.size(); ++at) {
    if (const Cut cut = cut_at(title, at); cut.size > 0) return cut;
  }
  return {};
}

// Read from the left: the ": " in " :: " is none.
Cut last_cut(std::string_view title) {
  Cut last;
  for (std::size_t at = 0; at < title.size();) {
    const Cut cut = cut_at(title, at);
    if (cut.size > 0) last = cut;
    at += std::max<std::size_t>(cut.size, 1);
  }
  return last;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Before the first bar that touches a character beyond ASCII, as scripts without spaces have it ("_" is one there),
// where that is long enough for a headline.
std::string_view before_tight_bar(std::string_view title) {
  for (std::size_t at = 1; at + 1 < title.size(); ++at) {
    if (title[at] != '_' && title[at] != '|') continue;
    if (is_ascii(title[at - 1]) && is_ascii(title[at + 1])) continue;
    const std::string_view piece = title.substr(0, title.find_last_not_of(' ', at - 1) + 1);
    return words_in(piece) >= kFewestWords ? piece : title;
  }
  return title;
}

std::size_t next_bar(std::string_view title, std::size_t from) {
  return std::min({title.find(" | ", from), title.find("｜", from), title.size()});
}

std::string_view without_last_marks(std::string_view text) {
  for (std::size_t before = 0; before != text.size();) {
    before = text.size();
    for (std::string_view mark : kTightMarks) {
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
  }
  return text;
}

std::string_view without_last_blanks(std::string_view text) { return text.substr(0, text.find_last_not_of(' ') + 1); }

// "Fog closes harbour_The Echo", "Fog closes harbour (The Echo)"
std::string_view without_touching_name(std::string_view title, std::string_view publication) {
  std::string_view rest = title;
  const bool in_brackets = rest.ends_with(')');
  if (in_brackets) rest.remove_suffix(1);
  if (publication.size() < kShortestName || !rest.ends_with(publication)) return title;
  rest.remove_suffix(publication.size());
  if (in_brackets) {
    if (!rest.ends_with('(')) return title;
    rest.remove_suffix(1);
  }
  const std::string_view before = without_last_blanks(rest);
  rest = without_last_marks(before);
  const bool apart = in_brackets || rest.size() < before.size();
  return apart && !rest.empty() ? rest : title;
}

bool is_label_of(const std::string& host, std::string_view piece) {
  const std::string name = squeezed(piece);
  return name.size() > 3 && ("." + host).find("." + name + ".") != std::string::npos;
}

}  // namespace

bool is_site_name(std::string_view piece, std::string_view publication) {
  const std::string name = squeezed(publication);
  const std::string part = squeezed(piece);
  if (part.empty() || name.empty()) return false;
  return part == name || (part.size() >= 4 && name.find(part) != std::string::npos) ||
         (name.size() >= 4 && part.find(name) != std::string::npos && part.size() < name.size() * 2);
}

bool is_nothing_but_site(std::string_view title, std::string_view publication, const std::string& host) {
  return (!publication.empty() && squeezed(title) == squeezed(publication)) || is_host(title) ||
         is_label_of(host, title);
}

// What a bar parts off is a name of something even where nobody says of what: the first piece stays where it is long
// enough for a headline, else the piece with most words.
std::string without_unnamed_site(std::string_view title) {
  title = before_tight_bar(title);
  std::string_view best;
  std::size_t most = 0;  // words
  for (std::size_t begin = 0; begin <= title.size();) {
    const std::size_t end = next_bar(title, begin);
    const std::string_view piece = title.substr(begin, end - begin);
    if (best.empty() || (most < kFewestWords && words_in(piece) > most)) {
      best = piece;
      most = words_in(best);
    }
    begin = end + 3;
  }
  return std::string(most >= kFewestWords ? best : title);
}

std::string without_site_name(std::string_view title, std::string_view publication, std::string_view section) {
  const std::size_t whole = title.size();
  for (int times = 0; times < 2; ++times) {
    const Cut last = last_cut(title);
    if (last.at == std::string_view::npos || last.at == 0) break;
    if (!is_site_name(title.substr(last.at + last.size), publication)) break;
    title = title.substr(0, last.at);
  }
  if (title.size() == whole) title = without_touching_name(title, publication);
  if (title.size() < whole && !section.empty()) {
    const Cut last = last_cut(title);
    if (last.at != std::string_view::npos && squeezed(title.substr(last.at + last.size)) == squeezed(section))
      title = title.substr(0, last.at);
  }
  const Cut first = first_cut(title);
  if (first.at != std::string_view::npos && is_site_name(title.substr(0, first.at), publication)) {
    title = title.substr(first.at + first.size);
    const Cut next = first_cut(title);  // "The Echo » Blog Archive » Fog closes harbour"
    if (next.at != std::string_view::npos && fold(title.substr(0, next.at)).ends_with("archive"))
      title = title.substr(next.at + next.size);
  }
  return without_unnamed_site(title);
}

std::string without_host(const std::string& title, const std::string& host) {
  const Cut last = last_cut(title);
  if (last.at == std::string::npos || last.at == 0) return title;
  const std::string_view ending = std::string_view(title).substr(last.at + last.size);
  const std::string mark = title.substr(last.at, last.size);
  const bool told_of = mark == ": " || mark == " : ";  // "Regulators fine travel site: booking.example"
  if ((is_host(ending) && !told_of) || is_label_of(host, ending)) return title.substr(0, last.at);
  const Cut first = first_cut(title);
  return is_label_of(host, title.substr(0, first.at)) ? title.substr(first.at + first.size) : title;
}

std::string_view last_piece_of_title(std::string_view title) {
  const Cut last = last_cut(title);
  return last.at == std::string_view::npos ? std::string_view() : title.substr(last.at + last.size);
}

std::string_view without_last_piece(std::string_view title) { return title.substr(0, last_cut(title).at); }

}  // namespace backfile
