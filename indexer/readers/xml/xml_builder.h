// From the events of a parser to the elements that a taker wants.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/xml/xml_stream.h"

namespace backfile {

class XmlBuilder {
 public:
  XmlBuilder(XmlTaker& taker, std::size_t most) : taker_(taker), most_(most) {}

  void start(XmlNode&& element, std::uint64_t line);
  void end();
  void text(std::string_view piece);

  int depth() const { return depth_; }
  bool has_root() const { return has_root_; }
  // Is an element that is kept not yet complete?
  bool keeps() const { return !open_.empty(); }

 private:
  bool fits(std::size_t bytes);
  void begin_kept(XmlNode&& element, std::uint64_t line);

  XmlTaker& taker_;
  std::size_t most_;
  int depth_ = 0;         // open elements
  int passed_from_ = -1;  // depth of the element that is passed over
  XmlNode kept_;
  std::vector<XmlNode*> open_;  // from kept_ to the innermost open element in it
  std::uint64_t kept_line_ = 0;
  std::size_t kept_bytes_ = 0;
  std::size_t kept_nodes_ = 0;
  bool has_root_ = false;
};

}  // namespace backfile
