#include "indexer/html/page_verdict.h"

#include <algorithm>
#include <string_view>

#include "index/fold.h"
#include "indexer/cleaning/sentence.h"
#include "indexer/html/block_weights.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestError = 1500;  // bytes of body
constexpr std::size_t kLongestStub = 700;
constexpr std::size_t kLongestTeaser = 350;
constexpr std::size_t kRowsBehind = 10;  // the body, in which a paywall is named
constexpr std::size_t kFewestLinkedHeadings = 8;

// Headlines of errors, folded: the whole of one, or what it begins with where something follows behind a mark.
constexpr std::string_view kErrors[] = {"404",
                                        "404 not found",
                                        "404: page not found",
                                        "404: not found",
                                        "404 error",
                                        "error 404",
                                        "403 forbidden",
                                        "500 internal server error",
                                        "502 bad gateway",
                                        "503 service unavailable",
                                        "page not found",
                                        "404 page not found",
                                        "not found",
                                        "the page you requested could not be found",
                                        "oops! that page can't be found",
                                        "access denied",
                                        "access to this page has been denied",
                                        "just a moment...",
                                        "attention required!",
                                        "are you a robot?",
                                        "page introuvable",
                                        "page non trouvee",
                                        "erreur 404",
                                        "seite nicht gefunden",
                                        "fehler 404",
                                        "pagina no encontrada",
                                        "error 404: pagina no encontrada",
                                        "pagina non trovata",
                                        "pagina nao encontrada",
                                        "pagina niet gevonden",
                                        "页面不存在",
                                        "找不到页面"};

// Parts of lines that stand where a text is cut off, folded.
constexpr std::string_view kPaywalls[] = {"to continue reading",
                                          "to read the full",
                                          "to read the rest of this",
                                          "to keep reading",
                                          "this article is for subscribers",
                                          "this content is for subscribers",
                                          "exclusive to subscribers",
                                          "subscribers only",
                                          "already a subscriber",
                                          "reserve aux abonnes",
                                          "weiterlesen mit",
                                          "exclusivo para suscriptores",
                                          "contenuto riservato agli abbonati"};

bool is_error(std::string_view headline) {
  std::string folded = fold_label(headline);
  while (folded.ends_with('.') && !folded.ends_with("...")) folded.pop_back();
  return std::ranges::any_of(kErrors, [&](std::string_view error) {
    if (!folded.starts_with(error)) return false;
    const std::size_t next = folded.find_first_not_of(' ', error.size());
    if (next == std::string::npos) return true;
    const bool mark = std::string_view("|-.!").find(folded[next]) != std::string_view::npos;
    return mark && (next + 1 == folded.size() || folded[next + 1] == ' ');  // not "404.5 million left homeless"
  });
}

bool names_a_paywall(const HtmlBlock& block, bool at_end) {
  if (block.text.size() > 200) return false;
  const std::string folded = fold(block.text);
  const bool offered =
      at_end && folded.find("available to") != std::string::npos && folded.find("subscribers") != std::string::npos;
  return offered || std::ranges::any_of(
                        kPaywalls, [&](std::string_view phrase) { return folded.find(phrase) != std::string::npos; });
}

// In the text or right behind it: every page of a paper may ask its subscribers to sign in.
bool ends_at_paywall(const MainText& text) {
  const auto first = std::ranges::find(text.roles, BlockRole::body) - text.roles.begin();
  const auto behind =
      static_cast<std::size_t>(text.roles.rend() - std::find(text.roles.rbegin(), text.roles.rend(), BlockRole::body));
  const auto end = std::min(behind + kRowsBehind, text.blocks.size());
  for (auto i = static_cast<std::size_t>(first); i < end; ++i) {
    if (names_a_paywall(text.blocks[i], i >= behind)) return true;
  }
  return false;
}

std::size_t bytes_of(const std::vector<std::string>& body) {
  std::size_t bytes = 0;
  for (const std::string& paragraph : body) bytes += paragraph.size();
  return bytes;
}

// Headings of the page that are links to something else, as on a front page.
std::size_t linked_headings(const MainText& text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text.blocks, [](const HtmlBlock& block) { return block.level > 1 && is_link(block); }));
}

bool is_list(const Article& article, const MainText& text) {
  const bool teasers =
      std::ranges::all_of(article.body, [](const std::string& one) { return one.size() <= kLongestTeaser; });
  const auto paragraphs = static_cast<std::size_t>(
      std::ranges::count_if(article.body, [](const std::string& one) { return is_prose(one); }));
  return teasers && linked_headings(text) >= kFewestLinkedHeadings && paragraphs <= linked_headings(text) + 3;
}

}  // namespace

std::optional<Rejection> verdict_on_page(const Article& article, const MainText& text, const PageSigns& signs) {
  const std::size_t bytes = bytes_of(article.body);
  if (is_error(article.headline) && bytes < kLongestError) {
    return Rejection{Reason::error_page, "the page is called \"" + article.headline + "\""};
  }
  const bool stub = bytes > 0 && bytes < (signs.is_free ? kLongestStub / 2 : kLongestStub);
  if (stub && ends_at_paywall(text)) {
    return Rejection{Reason::paywalled_stub,
                     std::to_string(bytes) + " bytes of text stand before an offer to subscribe"};
  }
  if (!signs.called_article && is_list(article, text)) {
    return Rejection{Reason::not_an_article, std::to_string(linked_headings(text)) +
                                                 " headings are links, and no paragraph is longer than a teaser"};
  }
  return std::nullopt;
}

}  // namespace backfile
