#include "indexer/html/markup_credits.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/byline_marks.h"
#include "indexer/cleaning/text_repair.h"
#include "indexer/cleaning/writers.h"
#include "indexer/html/markup_words.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestCredit = 120;  // bytes
constexpr std::size_t kLongestLine = 200;    // around a link to an author's page
constexpr std::size_t kLongestMark = 80;     // "By", white space around it included
constexpr std::size_t kMostCredits = 10;
constexpr NodeId kNodesOfPortrait = 15;  // from the picture to the name
constexpr NodeId kMostNodes = 200;       // below an element that holds a credit

// How surely an element holds the names of writers.
enum Grade : std::size_t {
  none,
  piece_of_name,
  portrait,
  writers_page,
  whole_name,
  called_name,
  behind_mark,
  rel,
  microdata,
  grades
};

Grade grade_of_names(const std::string& names) {
  if (!has_piece(names, {"aut", "by", "writ", "contrib", "report", "creator", "journal", "fn"})) return none;
  if (has_piece(names, {"avatar", "image", "comment", "photo", "img", "testimonial", "publisher", "reviewer",
                        "reviewed", "follow", "history", "count", "note", "social"})) {
    return none;
  }
  if (has_piece(names, {"author-name",     "authorname",   "author--name",     "byline-name",       "byline--name",
                        "byline-author",   "bylineauthor", "post-author",      "entry-author",      "article-author",
                        "articleauthor",   "p-author",     "author-box--name", "author-info--name", "author-bio--name",
                        "author-box-name", "writer-name",  "reporter-name",    "contributor-name",  "journalist-name",
                        "name-author",     "meta-author"})) {
    return called_name;
  }
  if (has_word(names, "fn")) return called_name;  // hCard
  if (has_piece(names, {"bio", "box", "desc", "link-list", "title", "date", "role"})) return none;
  for (std::string_view name : {"author", "authors", "byline", "by-line", "writer", "contributor", "reporter",
                                "written-by", "writtenby", "posted-by", "postedby", "auteur", "autor", "autore"}) {
    if (has_word(names, name)) return whole_name;
  }
  return has_piece(names, {"byline", "author"}) ? piece_of_name : none;
}

bool is_address_of_writer(std::string_view address) {
  for (std::string_view folder :
       {"/author/",        "/authors/",    "/contributor/", "/contributors/", "/writer/",    "/writers/",
        "/staff/",         "/people/",     "/profile/",     "/profiles/",     "/by/",        "/reporter/",
        "/reporters/",     "/journalist/", "/journalists/", "/columnist/",    "/our-team/",  "/expert/",
        "/experts/",       "/member/",     "/members/",     "/user/",         "/users/",     "/editors/",
        "/blogger/",       "/bloggers/",   "/bio/",         "/auteur/",       "/auteurs/",   "/autor/",
        "/autores/",       "/autoren/",    "/autore/",      "/autori/",       "/redakteur/", "/skribent/",
        "linkedin.com/in/"}) {
    const std::size_t at = address.find(folder);
    if (at != std::string_view::npos && at + folder.size() < address.size()) return true;
  }
  return false;
}

bool is_joiner(std::string_view text) {
  const std::string folded = fold_label(text);
  return has_word(", & and ,and et und y e og och en", folded) || folded == ", and";
}

bool is_of_others(const HtmlTree& tree, NodeId node, const std::string& text) {
  for (std::string_view work : {"reviewed", "updated", "edited", "medically", "fact", "photo", "translated", "more "}) {
    if (fold(text.substr(0, 12)).starts_with(work)) return true;
  }
  if (has_piece(names_of_element(tree, tree[node].parent), {"reviewer", "reviewed", "translator", "photograph"})) {
    return true;
  }
  const std::string before = text_before(tree, node);
  return has_piece(before, {"reviewed by", "reviewer", "checked by", "fact check", "edited by", "photo", "illustrat",
                            "translated", "image by", "images by", "more from", "more by"});
}

class CreditReader {
 public:
  CreditReader(const HtmlTree& tree, const ArticleRegion& region) : tree_(tree), region_(region) {}

  std::vector<CreditGroup> read() {
    for (NodeId id = 1; id < tree_.size(); ++id) {
      const std::string_view name = tree_[id].name;
      if (tree_.is_text(id)) {
        take_behind_mark(id);
      } else if (tree_[id].size > 0 && name != "meta" && name != "link" && name != "script" && name != "html" &&
                 name != "body") {
        take_element(id);
      }
    }
    std::vector<CreditGroup> groups;
    for (std::size_t grade = grades; grade-- > 1;) add_group(above_text(grade), trust_in(grade), groups);
    for (std::size_t grade = grades; grade-- > called_name;) add_group(inside_[grade], CreditTrust::all, groups);
    for (std::size_t grade = grades; grade-- > called_name;) {
      if (outside_[grade].size() == 1) add_group(outside_[grade], CreditTrust::all, groups);
    }
    for (std::size_t grade = called_name; grade-- > 1;) add_group(inside_[grade], trust_in(grade), groups);
    return groups;
  }

 private:
  struct Credit {
    std::string text;
    NodeId node = 0;
    NodeId end = 0;
  };
  using Credits = std::vector<Credit>;

  Grade grade_of(NodeId id) const {
    for (std::string_view attribute : {"itemprop", "property"}) {
      if (tree_.attribute(id, attribute).empty()) continue;
      const std::string properties = small_attribute(tree_, id, attribute);
      if (has_word(properties, "author") || has_word(properties, "creator")) return microdata;
    }
    if (!tree_.attribute(id, "rel").empty() && has_word(small_attribute(tree_, id, "rel"), "author")) return rel;
    Grade grade = none;
    for (std::string_view attribute : {"class", "data-testid"}) {
      if (grade == none && !tree_.attribute(id, attribute).empty()) {
        grade = grade_of_names(small_attribute(tree_, id, attribute));
      }
    }
    if (grade != none || tree_[id].name != "a" || !is_address_of_writer(tree_.attribute(id, "href"))) return grade;
    return is_short_line(tree_, tree_[id].parent, kLongestLine) ? writers_page : none;
  }

  void take_element(NodeId id) {
    if (tree_[id].end - id > kMostNodes) return;
    const Grade grade = grade_of(id);
    if (grade != none) take(grade, id, name_below(id));
    if (tree_[id].name == "img") take_portrait(id);
  }

  // A portrait, and the name that it says beside it: <img alt="Headshot of Ann Lee"> Ann Lee. Other pictures with names
  // beside them are of those whom the article is about.
  void take_portrait(NodeId id) {
    const std::string_view shown = tree_.attribute(id, "alt");
    if (shown.empty() || shown.size() > kLongestCredit || !region_.holds(id)) return;
    const std::string folded = fold_label(shown);
    if (!has_piece(folded, {"headshot", "avatar", "portrait", "profile"})) return;
    const NodeId last = std::min<NodeId>(id + kNodesOfPortrait, tree_.size());
    for (NodeId next = id + 1; next < last; ++next) {
      if (!tree_.is_text(next)) continue;
      const std::string text = clean_value(tree_.text(next));
      if (text.empty()) continue;
      if (folded.find(fold_label(text)) != std::string::npos) take(portrait, next, text);
      return;
    }
  }

  // "By" with names behind it in elements of their own: By <a>Ann Lee</a> and <a>Bo Chan</a>.
  void take_behind_mark(NodeId id) {
    const std::string_view text = tree_.text(id);
    if (text.size() > kLongestMark || !region_.holds(id)) return;
    const std::string line = clean_value(text);
    const std::size_t cut = line.find_last_of("|>");
    if (!is_byline_mark(cut == std::string::npos ? line : one_line(line.substr(cut + 1)))) return;
    if (!is_short_line(tree_, tree_[id].parent, kLongestLine * 2)) return;  // "by" inside of running text
    const NodeId last = std::min<NodeId>(id + 30, tree_.size());
    bool wanted = true;
    for (NodeId next = id + 1; next < last; ++next) {
      if (!tree_.is_text(next)) continue;
      const std::string found = clean_value(tree_.text(next));
      if (found.empty()) continue;
      if (wanted && u_islower(character_at(found, 0).code)) return;
      if (wanted) take(behind_mark, next, found);
      if (!wanted && !is_joiner(found)) {
        const std::size_t space = found.find(' ');  // "and Bo Chan"
        const bool goes_on = space != std::string::npos && found[0] != ',' && is_joiner(found.substr(0, space));
        if (goes_on) take(behind_mark, next, found.substr(space + 1));
        return;
      }
      wanted = !wanted;
    }
  }

  void take(Grade grade, NodeId id, const std::string& text) {
    if (text.empty() || text.size() > kLongestCredit || announces_names(text) || is_of_others(tree_, id, text)) return;
    Credits& credits = region_.holds(id) ? inside_[grade] : outside_[grade];
    if (!credits.empty() && id < credits.back().end) return;
    const bool known = std::ranges::find(credits, text, &Credit::text) != credits.end();
    if (known || credits.size() >= kMostCredits || is_beside_article(tree_, id, region_)) return;
    if (!region_.is_above_body(id) && is_beside_headline(tree_, id, region_)) return;
    credits.push_back({text, id, tree_[id].end});
  }

  // Microdata of a person, and what is called an author, may hold the name in an element of their own.
  std::string name_below(NodeId id) const {
    for (std::string_view attribute : {"itemprop", "class"}) {
      for (NodeId inner = id + 1; inner < tree_[id].end; ++inner) {
        if (tree_.attribute(inner, attribute).empty()) continue;
        if (has_word(small_attribute(tree_, inner, attribute), "name")) return credit_of_element(tree_, inner);
      }
    }
    return credit_of_element(tree_, id);
  }

  Credits above_text(std::size_t grade) const {
    Credits credits = inside_[grade];
    std::erase_if(credits, [&](const Credit& one) { return !region_.is_above_body(one.node); });
    return credits;
  }

  static CreditTrust trust_in(std::size_t grade) {
    if (grade >= called_name) return CreditTrust::all;
    return grade == whole_name ? CreditTrust::words : CreditTrust::persons;
  }

  static void add_group(const Credits& credits, CreditTrust trust, std::vector<CreditGroup>& groups) {
    if (credits.empty()) return;
    groups.push_back({{}, trust});
    for (const Credit& credit : credits) groups.back().credits.push_back(credit.text);
  }

  const HtmlTree& tree_;
  const ArticleRegion& region_;
  std::array<Credits, grades> inside_;
  std::array<Credits, grades> outside_;
};

}  // namespace

std::vector<CreditGroup> credits_of_markup(const HtmlTree& tree, const ArticleRegion& region) {
  return CreditReader(tree, region).read();
}

}  // namespace backfile
