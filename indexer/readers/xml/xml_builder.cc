#include "indexer/readers/xml/xml_builder.h"

namespace backfile {

bool XmlBuilder::fits(std::size_t bytes) {
  kept_bytes_ += bytes;
  if (kept_bytes_ <= most_ && ++kept_nodes_ <= kMostXmlNodes) return true;
  const int depth = depth_ - static_cast<int>(open_.size());
  open_.clear();
  kept_.children.clear();
  passed_from_ = depth;
  taker_.too_large(kept_, depth, kept_line_);
  return false;
}

void XmlBuilder::begin_kept(XmlNode&& element, std::uint64_t line) {
  kept_ = std::move(element);
  kept_line_ = line;
  kept_bytes_ = kept_nodes_ = 0;
  open_.assign(1, &kept_);
}

void XmlBuilder::start(XmlNode&& element, std::uint64_t line) {
  has_root_ = true;
  if (!open_.empty()) {
    std::size_t bytes = element.name.size();
    for (const auto& [key, value] : element.attributes) bytes += key.size() + value.size();
    if (fits(bytes)) open_.push_back(&open_.back()->children.emplace_back(std::move(element)));
  } else if (passed_from_ < 0) {
    const XmlTake wanted = taker_.begins(element, depth_);
    if (wanted == XmlTake::skip) passed_from_ = depth_;
    if (wanted == XmlTake::keep) begin_kept(std::move(element), line);
  }
  ++depth_;
}

void XmlBuilder::end() {
  if (depth_ == 0) return;
  --depth_;
  if (passed_from_ >= 0) {
    if (passed_from_ == depth_) passed_from_ = -1;
    return;
  }
  if (open_.empty()) return;
  open_.pop_back();
  if (open_.empty()) taker_.take(std::move(kept_), depth_, kept_line_);
}

void XmlBuilder::text(std::string_view piece) {
  if (open_.empty()) return;
  auto& children = open_.back()->children;
  if (!children.empty() && children.back().name.empty()) {
    kept_bytes_ += piece.size();
    if (kept_bytes_ <= most_) {
      children.back().text += piece;
      return;
    }
  }
  if (!fits(piece.size())) return;
  children.emplace_back().text = piece;
}

}  // namespace backfile
