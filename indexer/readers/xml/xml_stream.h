// XML as a stream: the elements that a taker wants, one at a time, each whole.
//
// libxml2's push parser behind a mender of what is not well-formed (xml_mender.h). Of the entities that a document
// declares only short plain texts are expanded, up to 1 MB (those of HTML are known), nothing is loaded, and nesting,
// the size of an element and what stands before the root are bounded: no document costs more than its length, nor more
// memory than its largest element and a few buffers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/xml/xml_node.h"

namespace backfile {

inline constexpr int kDeepestXml = 200;
inline constexpr std::size_t kMostXmlNodes = 200'000;  // of one element

// What to do with an element that begins: look at what is in it, take it as a whole, or pass over it.
enum class XmlTake : std::uint8_t { enter, keep, skip };

class XmlTaker {
 public:
  virtual ~XmlTaker() = default;
  // `element` has no children yet. The root has depth 0. Its text is nobody's where it is entered.
  virtual XmlTake begins(const XmlNode& element, int depth) = 0;
  // An element that is kept, whole. `line`: where it begins, from 1.
  virtual void take(XmlNode&& element, int depth, std::uint64_t line) = 0;
  // One that was to be kept, and is over the limit of bytes or nodes.
  virtual void too_large(const XmlNode& beginning, int depth, std::uint64_t line) = 0;
};

struct XmlEnd {
  std::optional<Rejection>
      fault;               // why it could not be read to its end: `not_xml`, `too_large` or what the stream says
  std::string complaint;   // the first thing that is not well-formed, with its line; empty: none
  std::uint64_t line = 0;  // of the fault
};

// `utf8`: valid UTF-8 (charset.h); what it declares is passed over. `most`: bytes of one element.
XmlEnd read_xml_stream(ByteStream& utf8, std::size_t most, XmlTaker& taker);

}  // namespace backfile
