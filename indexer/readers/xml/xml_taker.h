// What makes articles of the elements of one kind of XML document.
#pragma once

#include "indexer/readers/reader.h"
#include "indexer/readers/xml/xml_stream.h"

namespace backfile {

class XmlArticles : public XmlTaker {
 public:
  XmlArticles(const SourceFile& source, const ReadOptions& options, const ItemSink& sink)
      : source_(source), options_(options), sink_(sink) {}

  // The document is at its end, sound or not.
  virtual void finish() {}
  // Items handed on so far.
  std::uint64_t count() const { return number_; }

  void too_large(const XmlNode& beginning, int depth, std::uint64_t line) override;

 protected:
  // Hands on an item, with the next number.
  void give(ReadItem&& item, std::uint64_t line, std::string crawled = {});
  const SourceFile& source() const { return source_; }
  const ReadOptions& options() const { return options_; }

 private:
  const SourceFile& source_;
  const ReadOptions& options_;
  const ItemSink& sink_;
  std::uint64_t number_ = 0;
};

}  // namespace backfile
