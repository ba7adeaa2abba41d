#include "indexer/html/furniture.h"

#include <algorithm>
#include <span>
#include <string>

#include "indexer/html/elements.h"

namespace backfile {
namespace {

// Whole words of a name.
constexpr std::string_view kWords[] = {
    "ad",         "ads",     "adv",      "aside",   "author",   "authors",   "bio",      "bottombar",
    "breadcrumb", "byline",  "cta",      "dfp",     "dropdown", "etiquetas", "follow",   "gallery",
    "header",     "hashtag", "ico",      "kicker",  "login",    "masthead",  "menu",     "meta",
    "mpu",        "nav",     "outbrain", "overlay", "pager",    "paging",    "paywall",  "popup",
    "print",      "promo",   "rail",     "rating",  "readnext", "share",     "shares",   "shop",
    "signin",     "skip",    "sns",      "sticky",  "tag",      "taboola",   "tags",     "toc",
    "tool",       "tools",   "toolbar",  "tooltip", "topbar",   "vote",      "whatsapp", "youtube"};

// Anywhere in a name.
constexpr std::string_view kPieces[] = {
    "accordion-nav", "advert",     "author-",      "breadcrumb", "comment",    "consent",   "cookie",
    "disqus",        "footer",     "footnote-nav", "gdpr",       "infobar",    "mostread",  "most-read",
    "navbar",        "navigation", "newsletter",   "onetrust",   "pagination", "partner-",  "popular",
    "post-meta",     "promo",      "recirc",       "recommend",  "related",    "read-more", "readmore",
    "sharing",       "share-",     "sidebar",      "signup",     "sign-up",    "similar",   "social",
    "sponsor",       "subscri",    "teaser",       "trending",   "up-next",    "upnext"};

constexpr std::string_view kRoles[] = {"navigation", "banner",  "contentinfo", "complementary", "search", "dialog",
                                       "menu",       "menubar", "alertdialog", "tablist",       "toolbar"};

constexpr std::string_view kBodyNames[] = {
    "articlebody",  "article-body", "article__body",  "article_body",      "article-content", "article__content",
    "article-text", "articletext",  "articlecontent", "article_content",   "entry-content",   "post-content",
    "post-body",    "postcontent",  "post-text",      "post__content",     "post_content",    "postbody",
    "post-entry",   "storybody",    "story-body",     "story-content",     "storycontent",    "story__body",
    "content-body", "body-content", "blog-content",   "blog-post-content", "news-content",    "newsbody",
    "rich-text",    "richtext",     "w-richtext",     "single-content",    "td-post-content", "available-content"};

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

std::string small(std::string_view text) {
  std::string out(text.substr(0, 500));
  for (char& c : out) c = small(c);
  return out;
}

// "postShare" -> "post-share"; in small letters, spaces kept.
std::string with_hyphens(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < std::min<std::size_t>(name.size(), 500); ++i) {
    const bool inner = i > 0 && name[i] >= 'A' && name[i] <= 'Z' && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (inner) out += '-';
    out += name[i] == '_' ? '-' : small(name[i]);
  }
  return out;
}

// What a name says of what is beside or inside it ("has-sidebar", "no-comments") goes.
std::string without_company(std::string_view names) {
  std::string out;
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find(' ', begin), names.size());
    const std::string_view one = names.substr(begin, end - begin);
    const bool company = std::ranges::any_of(
        std::initializer_list<std::string_view>{"has-", "with-", "no-", "without-", "hide-", "show-"},
        [&](std::string_view word) {
          return one.find(word) != std::string_view::npos &&
                 (one.starts_with(word) || one.find("-" + std::string(word)) != std::string_view::npos);
        });
    if (!company) out.append(one) += ' ';
    begin = end + 1;
  }
  return out;
}

// Do the words of a name speak of furniture?
bool speaks_of_furniture(std::string_view name) {
  const std::string names = without_company(with_hyphens(name));
  if (std::ranges::any_of(kPieces, [&](std::string_view piece) { return names.find(piece) != std::string::npos; })) {
    return true;
  }
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find_first_of(" -:.", begin), names.size());
    if (is_one_of(std::string_view(names).substr(begin, end - begin), kWords)) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

Furniture furniture_of(const HtmlTree& tree, NodeId node) {
  const std::string_view name = tree[node].name;
  if (name == "nav" || name == "footer" || name == "aside" || name == "dialog" || name == "menu")
    return Furniture::strong;
  if (is_one_of(tree.attribute(node, "role"), kRoles)) return Furniture::strong;
  if (tree.attribute(node, "aria-hidden") == "true") return Furniture::weak;
  if (name == "html" || name == "body" || name == "article" || name == "main") return Furniture::none;
  if (name == "header" || name == "form" || name == "fieldset") return Furniture::weak;
  if (heading_level(name) > 0) return Furniture::none;
  for (std::string_view attribute : {"class", "id", "data-testid"}) {
    const std::string_view value = tree.attribute(node, attribute);
    if (!value.empty() && speaks_of_furniture(value)) return Furniture::weak;
  }
  return Furniture::none;
}

bool is_caption(const HtmlTree& tree, NodeId node) {
  const std::string_view name = tree[node].name;
  if (name == "figcaption" || name == "caption") return true;
  const std::string names = with_hyphens(tree.attribute(node, "class"));
  return names.find("caption") != std::string::npos || names.find("image-credit") != std::string::npos ||
         names.find("photo-credit") != std::string::npos;
}

bool is_called_body(const HtmlTree& tree, NodeId node) {
  if (small(tree.attribute(node, "itemprop")).find("articlebody") != std::string::npos) return true;
  for (std::string_view attribute : {"class", "id"}) {
    const std::string names = small(tree.attribute(node, attribute));
    if (names.find("comment") != std::string::npos) return false;
    for (std::size_t begin = 0; begin < names.size();) {
      const std::size_t end = std::min(names.find(' ', begin), names.size());
      if (is_one_of(std::string_view(names).substr(begin, end - begin), kBodyNames)) return true;
      begin = end + 1;
    }
  }
  return false;
}

}  // namespace backfile
