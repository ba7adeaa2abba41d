#include "indexer/readers/xml/xml_mender.h"

#include <algorithm>
#include <utility>

#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/xml/xml_syntax.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestTag = 10'000'000;  // libxml2 reads none that is longer
constexpr std::size_t kLongestName = 50'000;     // the same

std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

bool is_feed_name(std::string_view root) {
  const std::string_view name = local(root);
  return name == "rss" || name == "feed" || name == "RDF" || name == "channel";
}

}  // namespace

void XmlMender::complain(const std::string& what) {
  if (complaint_.empty()) complaint_ = "line " + std::to_string(line_) + ": " + what;
}

std::string XmlMender::mended(std::string_view piece) {
  for (std::size_t at = 0; at < piece.size();) {
    if (within_ == Within::text) {
      at += take_text(piece.substr(at));
      continue;
    }
    if (!take(piece[at])) continue;  // it stands behind what was pending
    if (piece[at] == '\n') ++line_;
    ++at;
  }
  return std::exchange(out_, {});
}

// Text up to the next tag or reference.
std::size_t XmlMender::take_text(std::string_view piece) {
  const std::size_t end = passing_ ? piece.size() : std::min(piece.find_first_of("<&"), piece.size());
  const std::string_view text = piece.substr(0, end);
  out_ += text;
  line_ += static_cast<std::uint64_t>(std::ranges::count(text, '\n'));
  if (end == piece.size()) return end;
  within_ = piece[end] == '<' ? Within::tag : Within::reference;
  pending_ = piece[end];
  quote_ = before_ = 0;
  return end + 1;
}

// False where `c` is to be looked at again.
bool XmlMender::take(char c) {
  switch (within_) {
    case Within::reference:
      return take_reference(c);
    case Within::tag:
      return take_tag(c);
    case Within::document_type:
      take_document_type(c);
      return true;
    default:
      take_passage(c);
      return true;
  }
}

// What is pending is no tag and no reference, but text.
bool XmlMender::text_instead(std::string_view what) {
  complain("a bare " + pending_.substr(0, 1));
  out_.append(what).append(escaped_value(std::exchange(pending_, {}).substr(1)));
  within_ = Within::text;
  return false;
}

bool XmlMender::take_reference(char c) {
  const bool may_go_on = is_name_char(c) || (c == '#' && pending_.size() == 1);
  if (may_go_on && pending_.size() < kLongestReference) {
    pending_ += c;
    return true;
  }
  if (c != ';' || !is_reference(pending_ + ';')) return text_instead("&amp;");
  out_ += std::exchange(pending_, {}) + ';';
  within_ = Within::text;
  return true;
}

void XmlMender::begin_passage(Within within, std::string_view end) {
  within_ = within;
  end_ = end;
  matched_ = 0;
  brackets_ = 0;
  tail_.clear();
  out_ += std::exchange(pending_, {});
}

bool XmlMender::take_tag(char c) {
  constexpr std::string_view kComment = "<!--";
  constexpr std::string_view kData = "<![CDATA[";
  if (pending_.size() == 1 && c != '/' && c != '!' && c != '?' && !begins_name(c)) return text_instead("&lt;");
  if (pending_.starts_with("<!") || (pending_.size() == 1 && c == '!')) {
    pending_ += c;
    if (pending_ == kComment) return begin_passage(Within::passage, "-->"), true;
    if (pending_ == kData) return begin_passage(Within::passage, "]]>"), true;
    if (!kComment.starts_with(pending_) && !kData.starts_with(pending_)) begin_passage(Within::document_type, "-->");
    return true;
  }
  if (pending_.size() == 1 && c == '?') {
    pending_ += c;
    return begin_passage(Within::passage, "?>"), true;
  }
  if (quote_ != 0) {
    if (c == quote_) quote_ = 0;
  } else if (c == '<') {
    return text_instead("&lt;");
  } else if ((c == '"' || c == '\'') && before_ == '=') {
    quote_ = c;
  } else if (c == '>') {
    within_ = Within::text;
    pending_.starts_with("</") ? end_tag() : start_tag();
    return true;
  }
  if (!is_xml_space(c)) before_ = c;
  pending_ += c;
  if (pending_.size() > kLongestTag) {
    passing_ = true;
    within_ = Within::text;
    out_ += std::exchange(pending_, {});
  }
  return true;
}

// Is `c` the last of end_? (Of "-->" and "]]>" the first two are alike.)
bool XmlMender::ends_passage(char c) {
  if (c == end_[matched_]) {
    ++matched_;
  } else if (matched_ < 2 || c != end_[1]) {
    matched_ = c == end_[0] ? 1 : 0;
  }
  return matched_ == end_.size();
}

void XmlMender::take_passage(char c) {
  out_ += c;
  if (ends_passage(c)) within_ = Within::text;
}

// Ends at a '>' outside of quotes, brackets and comments.
void XmlMender::take_document_type(char c) {
  out_ += c;
  if (tail_ == "<!--") {
    if (!ends_passage(c)) return;
    tail_.clear();
    matched_ = 0;
    return;
  }
  if (quote_ != 0) {
    if (c == quote_) quote_ = 0;
    return;
  }
  if (c == '"' || c == '\'') quote_ = c;
  if (c == '[') ++brackets_;
  if (c == ']') --brackets_;
  if (c == '>' && brackets_ <= 0) within_ = Within::text;
  tail_ += c;
  if (tail_.size() > 4) tail_.erase(0, 1);
}

// Ends all that is open from `depth` on.
void XmlMender::close(std::size_t depth) {
  while (open_.size() > depth) {
    out_ += "</" + open_.back() + ">";
    open_.pop_back();
  }
}

void XmlMender::start_tag() {
  const std::string tag = std::exchange(pending_, {});
  const std::string name(xml_name_at(std::string_view(tag).substr(1)));
  const bool empty = tag.ends_with('/');
  std::string_view written = std::string_view(tag).substr(1 + name.size());
  if (empty) written.remove_suffix(1);
  const std::string attributes = sound_attributes(written);
  if (attributes != written) complain("the attributes of <" + clean_value(name) + ">");
  if (open_.empty()) feed_ = is_feed_name(name);
  if (feed_ && (local(name) == "item" || local(name) == "entry")) {
    if (const auto before = std::ranges::find(open_, name); before != open_.end()) {
      complain("<" + name + "> within <" + name + ">");
      close(static_cast<std::size_t>(before - open_.begin()));
    }
  }
  out_.append("<").append(name).append(attributes).append(empty ? "/>" : ">");
  if (!empty) open_.push_back(name);
  passing_ = open_.empty() || name.size() > kLongestName;
}

void XmlMender::end_tag() {
  const std::string tag = std::exchange(pending_, {});
  const std::string_view name = xml_name_at(std::string_view(tag).substr(2));
  const auto start = std::find(open_.rbegin(), open_.rend(), name);
  if (start == open_.rend()) {
    complain("</" + clean_value(name) + "> ends what is not open");
    out_.append(static_cast<std::size_t>(std::ranges::count(tag, '\n')), '\n');
    return;
  }
  if (start != open_.rbegin()) {
    complain("<" + clean_value(open_.back()) + "> is not ended before </" + clean_value(name) + ">");
    close(static_cast<std::size_t>(open_.rend() - start));
  }
  out_ += tag + '>';
  open_.pop_back();
  passing_ = open_.empty();
}

}  // namespace backfile
