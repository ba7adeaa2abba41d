#include "indexer/html/page_verdict.h"

#include <algorithm>
#include <string_view>

#include "index/fold.h"
#include "indexer/cleaning/sentence.h"
#include "indexer/html/block_weights.h"
#include "indexer/html/page_phrases.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestNamed = 1500;  // bytes of body, of a page whose headline is that of an error
constexpr std::size_t kLongestNotice = 700;  // the same, of a page that says so elsewhere
constexpr std::size_t kLongestStub = 700;
constexpr std::size_t kLongestOffer = 200;  // of a line
constexpr std::size_t kLongestTeaser = 350;
constexpr std::size_t kMostHeadings = 10;  // that are asked
constexpr std::size_t kMostRows = 200;
constexpr std::size_t kRowsBehind = 10;  // the body, in which a paywall is named
constexpr std::size_t kFewestLinkedHeadings = 8;

bool is_offer(const HtmlBlock& block, bool at_end) {
  if (is_wall(block.text)) return true;
  const std::string folded = at_end && block.text.size() <= kLongestOffer ? fold(block.text) : "";
  return folded.find("available to") != std::string::npos && folded.find("subscribers") != std::string::npos;
}

struct Walls {
  std::size_t count = 0;
  std::size_t bytes = 0;  // of those in the text
};

// In the text or right behind it: every page of a paper may ask its subscribers to sign in.
Walls walls_of(const MainText& text) {
  const auto first = std::ranges::find(text.roles, BlockRole::body) - text.roles.begin();
  const auto behind =
      static_cast<std::size_t>(text.roles.rend() - std::find(text.roles.rbegin(), text.roles.rend(), BlockRole::body));
  const auto end = std::min(behind + kRowsBehind, text.blocks.size());
  Walls walls;
  for (auto i = std::max(static_cast<std::size_t>(first), end - std::min(end, kMostRows)); i < end; ++i) {
    if (!is_offer(text.blocks[i], i >= behind)) continue;
    ++walls.count;
    if (text.roles[i] == BlockRole::body) walls.bytes += text.blocks[i].text.size();
  }
  return walls;
}

// Has it little text of an article before a wall? The more walls, the more it may have.
bool is_stub(const MainText& text, std::size_t bytes, bool is_free) {
  if (bytes == 0 || bytes >= 2 * kLongestStub) return false;
  const Walls walls = walls_of(text);
  if (walls.count == 0) return false;
  return bytes - std::min(bytes, walls.bytes) < (is_free && walls.count == 1 ? kLongestStub / 2 : kLongestStub);
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

struct Called {
  PageName name = PageName::none;
  std::string by;
};

// What the page is called, as far as its text is short enough to believe that. The headline is believed before the
// title and the headings of a page, which may call the site or a part of it.
Called name_of(const Article& article, const MainText& text, const PageSigns& signs, std::size_t bytes) {
  const NamedPage headline = name_of_page(article.headline);
  if (headline.name != PageName::none && bytes < (headline.is_first ? kLongestNamed : kLongestNotice))
    return {headline.name, article.headline};
  if (bytes >= kLongestNotice || signs.called_article) return {};
  Called called{name_of_page(signs.title).name, signs.title};
  std::size_t headings = 0;
  for (const HtmlBlock& block : text.blocks) {
    if (called.name != PageName::none || headings == kMostHeadings) break;
    if (block.level != 1) continue;
    called = {name_of_page(block.text).name, block.text};
    ++headings;
  }
  return called;
}

bool gives_notice(const Article& article) { return std::ranges::any_of(article.body, is_notice); }

}  // namespace

bool has_frames(const HtmlTree& tree) {
  for (NodeId id = 1; id < tree.size(); ++id) {
    if (tree[id].name == "frameset") return true;
  }
  return false;
}

std::optional<Rejection> verdict_on_page(const Article& article, const MainText& text, const PageSigns& signs) {
  const std::size_t bytes = bytes_of(article.body);
  const Called called = name_of(article, text, signs, bytes);
  if (called.name != PageName::none) {
    return Rejection{called.name == PageName::wall ? Reason::paywalled_stub : Reason::error_page,
                     "the page is called \"" + called.by + "\""};
  }
  if (bytes < kLongestNotice && !signs.called_article && gives_notice(article)) {
    return Rejection{Reason::error_page, "the page tells that there is nothing to read"};
  }
  if (signs.has_frames && bytes == 0) {
    return Rejection{Reason::not_an_article, "the page has frames, and its text is in files of their own"};
  }
  if (is_stub(text, bytes, signs.is_free)) {
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
