// Mends XML that is not well-formed before a parser sees it, so that a fault costs no more than its own place.
//
//   <item><description>a<br>b</description>   an end closes what is open inside of it:  …b</br></description>
//   two</tilte>                               an end of what is not open is left out
//   <item>… <item>                            in a feed an entry ends where the next begins
//   Smith & Sons, a < b                       are texts: "&amp;", "&lt;"
//   <a href=x checked>                        values get quotes, attributes without one are left out
//
// What is well-formed comes out byte for byte, and lines stay lines. Comments, CDATA and the document type are passed
// through. No recursion; it holds one tag, and the names of the open elements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

class XmlMender {
 public:
  // The mended text of `piece`, but for a tag or a reference that it ends in.
  std::string mended(std::string_view piece);
  // What is left when the text is at its end.
  std::string rest() { return std::move(pending_); }

  // The first thing that was mended, with its line; empty: none.
  const std::string& complaint() const { return complaint_; }

 private:
  enum class Within : std::uint8_t { text, reference, tag, passage, document_type };

  std::size_t take_text(std::string_view piece);
  bool take(char c);
  bool take_reference(char c);
  bool take_tag(char c);
  void take_passage(char c);
  void take_document_type(char c);
  bool ends_passage(char c);
  void begin_passage(Within within, std::string_view end);
  void start_tag();
  void end_tag();
  void close(std::size_t depth);
  bool text_instead(std::string_view what);
  void complain(const std::string& what);

  std::string out_;
  Within within_ = Within::text;
  std::string pending_;      // of a reference or a tag, from its first character
  char quote_ = 0;           // of the value that a tag or a document type is within
  char before_ = 0;          // in a tag: the last character that is no space
  std::string_view end_;     // of the passage that is passed through: "-->"
  std::size_t matched_ = 0;  // of end_
  int brackets_ = 0;         // of the document type that are open
  std::string tail_;         // its last characters
  std::vector<std::string> open_;
  bool feed_ = false;
  bool passing_ = false;  // nothing more is mended: the root is at its end, or the parser will give up
  std::uint64_t line_ = 1;
  std::string complaint_;
};

}  // namespace backfile
