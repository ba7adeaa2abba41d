#include "indexer/html/furniture.h"

#include <algorithm>
#include <span>
#include <string>

#include "index/character.h"
#include "index/word_list.h"
#include "indexer/html/elements.h"

namespace backfile {
namespace {

constexpr NodeId kMostNodesOfHeader = 100;  // of a section

// Whole words of a name.
constexpr std::string_view kWords[] = {
    "ad",        "ads",      "adv",        "aside",    "author",   "authors",    "bio",      "bottombar", "breadcrumb",
    "byline",    "carousel", "cta",        "date",     "dfp",      "disclaimer", "dropdown", "etiquetas", "feedback",
    "follow",    "gallery",  "hashtag",    "header",   "ico",      "inset",      "kicker",   "leftbar",   "lightbox",
    "login",     "masthead", "menu",       "meta",     "modal",    "mpu",        "nav",      "outbrain",  "overlay",
    "pager",     "paging",   "paywall",    "popup",    "print",    "promo",      "rail",     "rating",    "readnext",
    "remark",    "replies",  "respond",    "rightbar", "rightcol", "share",      "shares",   "shop",      "shoutbox",
    "signin",    "skip",     "skyscraper", "sns",      "sticky",   "taboola",    "tag",      "tags",      "thumbnail",
    "timestamp", "toc",      "tool",       "toolbar",  "tools",    "tooltip",    "topbar",   "vote",      "whatsapp",
    "youtube"};

// Anywhere in a name.
constexpr std::string_view kPieces[] = {
    "accordion-nav", "advert",     "author-",   "breadcrumb", "consent",     "cookie",      "footer",
    "footnote-nav",  "gdpr",       "infobar",   "most-read",  "mostread",    "navbar",      "navigation",
    "newsletter",    "pagination", "partner-",  "popular",    "post-meta",   "promo",       "read-more",
    "readmore",      "recirc",     "recommend", "related",    "restricted-", "saboxplugin", "share-",
    "sharing",       "sign-up",    "signup",    "similar",    "social",      "sponsor",     "subscri",
    "teaser",        "trending",   "up-next",   "upnext",     "video-play"};

// The same, of what may hold half of a page's text: short articles have long comments and side bars.
constexpr std::string_view kSurePieces[] = {"coment",   "comment",   "disqus",    "forum",  "kommentar",
                                            "onetrust", "right-bar", "right-col", "sidebar"};

// The whole of an id: a page has one such box, and no text in it.
constexpr std::string_view kOnlyBoxes[] = {"colophon", "footer", "newsletter", "promo", "related", "site-footer"};

// Anywhere in a class, of what stands below a picture.
constexpr std::string_view kCaptions[] = {"caption", "cutline",      "image-credit", "image-desc", "img-text",
                                          "imgtext", "photo-credit", "photo-desc",   "video-desc"};

constexpr std::string_view kRoles[] = {"navigation", "banner",  "contentinfo", "complementary", "search", "dialog",
                                       "menu",       "menubar", "alertdialog", "tablist",       "toolbar"};

constexpr std::string_view kBodyNames[] = {
    "articlebody",  "article-body", "article__body",  "article_body",      "article-content", "article__content",
    "article-text", "articletext",  "articlecontent", "article_content",   "entry-content",   "post-content",
    "post-body",    "postcontent",  "post-text",      "post__content",     "post_content",    "postbody",
    "post-entry",   "storybody",    "story-body",     "story-content",     "storycontent",    "story__body",
    "content-body", "body-content", "blog-content",   "blog-post-content", "news-content",    "newsbody",
    "rich-text",    "richtext",     "w-richtext",     "single-content",    "td-post-content", "available-content"};

std::string small(std::string_view text) { return ascii_lowered(text.substr(0, 500)); }

// "postShare" -> "post-share"; in small letters, spaces kept.
std::string with_hyphens(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < std::min<std::size_t>(name.size(), 500); ++i) {
    const bool inner = i > 0 && name[i] >= 'A' && name[i] <= 'Z' && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (inner) out += '-';
    out += name[i] == '_' ? '-' : ascii_small(name[i]);
  }
  return out;
}

// What a name says of what is beside or inside it ("has-sidebar", "no-comments") goes, and so do the subject of an
// article ("category-commentary") and styles ("mr-[--sidebar-width]", "print:hidden").
std::string without_neighbours(std::string_view names) {
  std::string out;
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find(' ', begin), names.size());
    const std::string_view one = names.substr(begin, end - begin);
    const bool neighbour = std::ranges::any_of(
        std::initializer_list<std::string_view>{"has-", "with-", "no-", "without-", "hide-", "show-", "category-"},
        [&](std::string_view word) {
          return one.find(word) != std::string_view::npos &&
                 (one.starts_with(word) || one.find("-" + std::string(word)) != std::string_view::npos);
        });
    const bool style = one.find_first_of("[:") != std::string_view::npos;
    if (!neighbour && !style) out.append(one) += ' ';
    begin = end + 1;
  }
  return out;
}

// "secondary", "col-secondary", "secondary-content": a second column. "text-secondary" is a colour.
bool is_second_column(std::string_view name) {
  constexpr std::string_view kStyles[] = {"text-", "bg-",   "border-", "btn-",  "button-",    "color-",
                                          "fill-", "link-", "font-",   "typo-", "typography-"};
  const bool ends = name == "secondary" || name.starts_with("secondary-") || name.ends_with("-secondary");
  return ends && std::ranges::none_of(
                     kStyles, [&](std::string_view style) { return name.find(style) != std::string_view::npos; });
}

bool has_any(const std::string& names, std::span<const std::string_view> pieces) {
  return std::ranges::any_of(pieces, [&](std::string_view piece) { return names.find(piece) != std::string::npos; });
}

// What the words of a name speak of.
Furniture furniture_called(std::string_view name) {
  const std::string names = without_neighbours(with_hyphens(name));
  if (has_any(names, kSurePieces)) return Furniture::sure;
  if (has_any(names, kPieces)) return Furniture::weak;
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find(' ', begin), names.size());
    if (is_second_column(std::string_view(names).substr(begin, end - begin))) return Furniture::sure;
    begin = end + 1;
  }
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find_first_of(" -:.", begin), names.size());
    if (is_one_of(std::string_view(names).substr(begin, end - begin), kWords)) return Furniture::weak;
    begin = end + 1;
  }
  return Furniture::none;
}

// <header> around the heading of a section (HTML, 4.3.8): no <h1> and no links.
bool heads_section(const HtmlTree& tree, NodeId header) {
  if (tree[header].end - header > kMostNodesOfHeader) return false;
  bool heading = false;
  for (NodeId id = header + 1; id < tree[header].end; ++id) {
    const int level = heading_level(tree[id].name);
    if (level == 1 || tree[id].name == "a" || tree[id].name == "img" || tree[id].name == "form") return false;
    heading = heading || level > 1;
  }
  return heading;
}

}  // namespace

Furniture furniture_of(const HtmlTree& tree, NodeId node) {
  const std::string_view name = tree[node].name;
  if (name == "nav" || name == "footer" || name == "aside" || name == "dialog" || name == "menu")
    return Furniture::strong;
  if (is_one_of(tree.attribute(node, "role"), kRoles)) return Furniture::strong;
  if (tree.attribute(node, "aria-hidden") == "true") return Furniture::weak;
  if (name == "html" || name == "body" || name == "article" || name == "main") return Furniture::none;
  if (name == "header" && heads_section(tree, node)) return Furniture::none;
  if (name == "header" || name == "form" || name == "fieldset") return Furniture::weak;
  return heading_level(name) > 0 ? Furniture::none : furniture_by_name(tree, node);
}

Furniture furniture_by_name(const HtmlTree& tree, NodeId node) {
  Furniture kind = Furniture::none;
  for (std::string_view attribute : {"class", "id", "data-testid"}) {
    const std::string_view value = tree.attribute(node, attribute);
    if (value.empty()) continue;
    kind = std::max(kind, furniture_called(value));
    if (attribute == "id" && is_one_of(small(value), kOnlyBoxes)) kind = std::max(kind, Furniture::sure);
  }
  return kind;
}

bool is_caption(const HtmlTree& tree, NodeId node) {
  const std::string_view name = tree[node].name;
  if (name == "figcaption" || name == "caption") return true;
  return has_any(with_hyphens(tree.attribute(node, "class")), kCaptions);
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
