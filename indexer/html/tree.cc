#include "indexer/html/tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>

#include "indexer/html/hidden_text.h"
#include "indexer/html/streamed_parts.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestAttribute = 64 * 1024;
constexpr std::size_t kMostParserSteps = 100'000'000;
constexpr std::size_t kMostMarks = 500;
constexpr int kOptions =
    HTML_PARSE_RECOVER | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED;

constexpr std::string_view kAttributes[] = {
    "alt",      "aria-hidden", "aria-label", "class",      "content", "data-datetime", "data-testid", "data-timestamp",
    "datetime", "hidden",      "href",       "http-equiv", "id",      "itemprop",      "itemscope",   "itemtype",
    "lang",     "name",        "property",   "pubdate",    "rel",     "reversed",      "role",        "shadowrootmode",
    "start",    "style",       "title",      "type",       "value",   "xml:lang"};

// What the programs and tests of a publisher call an element; all are kept as the first.
constexpr std::string_view kTestNames[] = {"data-testid", "data-test-id",   "data-test",
                                           "data-qa",     "data-component", "data-gu-name"};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool begins_with(std::string_view text, std::string_view small_letters) {
  return text.size() >= small_letters.size() &&
         std::equal(small_letters.begin(), small_letters.end(), text.begin(),
                    [](char wanted, char c) { return wanted == c || (is_ascii_letter(c) && wanted == (c | 0x20)); });
}

// Where the tag that begins at `begin` ends; what stands in it behind its first attributes becomes spaces.
std::size_t cut_tag(std::string& text, std::size_t begin) {
  std::size_t marks = 0;  // spaces and equal signs outside of quotes: no fewer than attributes
  char quote = 0;
  bool value_follows = false;  // behind an equal sign: only there a quote begins a value
  for (std::size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (marks > kMostMarks && c != '>') text[i] = ' ';
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '>') return i + 1;
    if (value_follows && (c == '"' || c == '\'')) quote = c;
    if (!space) value_follows = c == '=';
    if (space || c == '=') ++marks;
  }
  return text.size();
}

// The parser compares each attribute of a tag with all before it: a hundred thousand of them would take hours.
void cut_attributes(std::string& text) {
  for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at)) {
    const std::string_view rest = std::string_view(text).substr(at);
    std::string_view end;  // of what is no markup
    if (rest.starts_with("<!--")) end = "-->";
    if (begins_with(rest, "<script")) end = "</script";
    if (begins_with(rest, "<style")) end = "</style";
    if (rest.size() > 1 && is_ascii_letter(rest[1])) {
      at = cut_tag(text, at);
    } else {
      ++at;
    }
    if (!end.empty()) at = std::min(text.find(end, at), text.size());
  }
}

std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : std::string_view(); }

}  // namespace

// Receives the parser's events.
class HtmlTreeBuilder {
 public:
  HtmlTreeBuilder() {
    tree_.nodes_.emplace_back();
    open_.push_back(0);
  }

  HtmlTree build(std::string_view page) {
    htmlSAXHandler events{};
    events.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      static_cast<HtmlTreeBuilder*>(self)->begin_element(name, attributes);
    };
    events.endElement = [](void* self, const xmlChar* name) { static_cast<HtmlTreeBuilder*>(self)->end_element(name); };
    events.characters = [](void* self, const xmlChar* text, int size) {
      static_cast<HtmlTreeBuilder*>(self)->add_text({reinterpret_cast<const char*>(text), static_cast<size_t>(size)});
    };
    events.ignorableWhitespace = events.characters;
    events.cdataBlock = events.characters;
    events.serror = nullptr;
    events.error = &HtmlTreeBuilder::on_error;
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlNewParserCtxt(),
                                                                                &htmlFreeParserCtxt);
    if (!parser) throw std::bad_alloc();
    parser_ = parser.get();
    *parser_->sax = events;
    parser_->userData = this;
    std::string text(page);
    std::ranges::replace(text, '\0', ' ');  // the parser would end there
    cut_attributes(text);
    xmlFreeDoc(htmlCtxtReadMemory(parser_, text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", kOptions));
    while (!open_.empty()) close_last();
    return std::move(tree_);
  }

 private:
  static void on_error(void* self, const char*, ...) { static_cast<HtmlTreeBuilder*>(self)->count_fault(); }

  void stop() {
    stopped_ = true;
    xmlStopParser(parser_);
  }

  // A stray end tag makes the parser look through all that is open.
  void count_fault() {
    steps_ += open_.size();
    if (steps_ > kMostParserSteps) stop();
  }

  void begin_element(const xmlChar* name, const xmlChar** attributes) {
    if (stopped_) return;
    if (open_.size() >= HtmlTree::kDeepest || tree_.nodes_.size() >= HtmlTree::kMostNodes) return stop();
    HtmlNode node;
    node.name = interned(view(name));
    node.parent = open_.back();
    node.begin = static_cast<std::uint32_t>(tree_.attributes_.size());
    for (; attributes && *attributes; attributes += 2) {
      const bool named = std::ranges::find(kTestNames, view(attributes[0])) != std::ranges::end(kTestNames);
      const auto* known = std::ranges::find(kAttributes, named ? kTestNames[0] : view(attributes[0]));
      if (known == std::ranges::end(kAttributes)) continue;
      tree_.attributes_.emplace_back(*known, view(attributes[1]).substr(0, kLongestAttribute));
    }
    node.size = static_cast<std::uint32_t>(tree_.attributes_.size()) - node.begin;
    open_.push_back(tree_.size());
    tree_.nodes_.push_back(node);
  }

  void end_element(const xmlChar* name) {
    if (stopped_ || open_.size() < 2) return;
    if (tree_.nodes_[open_.back()].name == view(name)) return close_last();
    const auto found =
        std::find_if(open_.rbegin(), open_.rend(), [&](NodeId id) { return tree_.nodes_[id].name == view(name); });
    if (found == open_.rend()) return;
    const NodeId wanted = *found;
    while (open_.back() != wanted) close_last();
    close_last();
  }

  void add_text(std::string_view text) {
    if (stopped_) return;
    const NodeId parent = open_.back();
    if (tree_.nodes_[parent].name == "style") return;
    HtmlNode& last = tree_.nodes_.back();
    if (tree_.is_text(tree_.size() - 1) && last.parent == parent) {
      last.size += static_cast<std::uint32_t>(text.size());
    } else {
      if (tree_.nodes_.size() >= HtmlTree::kMostNodes) return stop();
      HtmlNode node;
      node.parent = parent;
      node.end = tree_.size() + 1;
      node.begin = static_cast<std::uint32_t>(tree_.text_.size());
      node.size = static_cast<std::uint32_t>(text.size());
      tree_.nodes_.push_back(node);
    }
    tree_.text_ += text;
  }

  void close_last() {
    tree_.nodes_[open_.back()].end = tree_.size();
    open_.pop_back();
  }

  std::string_view interned(std::string_view name) {
    const auto found = tree_.name_of_.find(name);
    if (found != tree_.name_of_.end()) return found->second;
    const std::string_view kept = tree_.names_.emplace_back(name.empty() ? "?" : name);
    tree_.name_of_.emplace(kept, kept);
    return kept;
  }

  HtmlTree tree_;
  std::vector<NodeId> open_;
  htmlParserCtxt* parser_ = nullptr;
  std::size_t steps_ = 0;
  bool stopped_ = false;
};

HtmlTree HtmlTree::parse(std::string_view page) {
  HtmlTree tree = HtmlTreeBuilder().build(page);
  place_streamed_parts(tree);
  show_collapsed_text(tree);
  return tree;
}

std::string_view HtmlTree::text(NodeId node) const {
  return is_text(node) ? std::string_view(text_).substr(nodes_[node].begin, nodes_[node].size) : std::string_view();
}

std::string_view HtmlTree::attribute(NodeId node, std::string_view name) const {
  if (node == 0 || is_text(node)) return {};
  for (std::uint32_t i = nodes_[node].begin; i < nodes_[node].begin + nodes_[node].size; ++i) {
    if (attributes_[i].first == name) return attributes_[i].second;
  }
  return {};
}

bool HtmlTree::has_attribute(NodeId node, std::string_view name) const {
  if (node == 0 || is_text(node)) return false;
  for (std::uint32_t i = nodes_[node].begin; i < nodes_[node].begin + nodes_[node].size; ++i) {
    if (attributes_[i].first == name) return true;
  }
  return false;
}

std::string HtmlTree::text_below(NodeId node) const {
  std::string all;
  for (NodeId id = node; id < nodes_[node].end; ++id) all += text(id);
  return all;
}

}  // namespace backfile
