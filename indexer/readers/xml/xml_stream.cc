#include "indexer/readers/xml/xml_stream.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <unordered_map>

#include "indexer/cleaning/text_repair.h"
#include "indexer/readers/xml/html_entity.h"
#include "indexer/readers/xml/xml_builder.h"
#include "indexer/readers/xml/xml_mender.h"
#include "indexer/readers/xml/xml_space.h"

namespace backfile {
namespace {

constexpr std::size_t kMostBeforeRoot = 1u << 20;
constexpr std::size_t kLongestEntity = 256;      // bytes of what one stands for
constexpr std::size_t kMostExpanded = 1u << 20;  // of all of a document
constexpr const char* kNothingBehind = "; nothing behind it is read";
constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_OLDSAX | XML_PARSE_NONET | XML_PARSE_NOERROR |
                         XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC;

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

std::string_view view(const xmlChar* begin, const xmlChar* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

// Where a parser does not expand entities, it leaves every '&' in attributes as "&#38;".
std::string attribute_text(std::string_view value) {
  constexpr std::string_view kAmpersand = "&#38;";
  std::string text;
  for (std::size_t at = value.find(kAmpersand); at != std::string_view::npos; at = value.find(kAmpersand)) {
    text.append(value.substr(0, at)).append("&");
    value.remove_prefix(at + kAmpersand.size());
  }
  return text.append(value);
}

// The parser and what its callbacks need.
class Parser {
 public:
  Parser(XmlTaker& taker, std::size_t most) : builder_(taker, most) {
    xmlSAXHandler events{};
    events.initialized = XML_SAX2_MAGIC;
    events.startElementNs = start_element;
    events.endElementNs = [](void* self, const xmlChar*, const xmlChar*, const xmlChar*) { of(self).builder_.end(); };
    events.characters = events.ignorableWhitespace = events.cdataBlock = [](void* self, const xmlChar* text, int size) {
      of(self).builder_.text(view(text, text + size));
    };
    events.getEntity = get_entity;
    events.entityDecl = declare_entity;
    context_.reset(xmlCreatePushParserCtxt(&events, this, nullptr, 0, nullptr));
    if (!context_) throw std::bad_alloc();
    xmlCtxtUseOptions(context_.get(), kOptions);
  }

  void feed(std::span<char> piece) {
    // Characters that XML cannot have would end the text they stand in.
    for (char& c : piece) {
      if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') c = ' ';
    }
    parse(mender_.mended({piece.data(), piece.size()}));
    fed_ += piece.size();
  }
  void finish() {
    parse(mender_.rest());
    xmlParseChunk(context_.get(), nullptr, 0, 1);
    forgive();
  }

  bool stopped() const {
    return too_deep_ || context_->disableSAX != 0 || (!builder_.has_root() && fed_ > kMostBeforeRoot);
  }
  bool too_deep() const { return too_deep_; }

  // Why libxml2 reads no further, where it gives up before the end.
  std::optional<Rejection> given_up() const {
    if (context_->disableSAX == 0 || too_deep_) return std::nullopt;
    const xmlError* error = xmlCtxtGetLastError(context_.get());
    if (error && error->code == XML_ERR_DOCUMENT_END) return std::nullopt;  // behind the root's end is no article
    const std::string why = error && error->message ? clean_value(error->message) : "it cannot be parsed";
    if (why.find("Huge input") == std::string::npos) return Rejection{Reason::not_xml, why + kNothingBehind};
    return Rejection{Reason::too_large, "a tag or a piece of text of more than 10 MB" + std::string(kNothingBehind)};
  }
  const XmlBuilder& builder() const { return builder_; }
  std::uint64_t line() const { return static_cast<std::uint64_t>(std::max(0, xmlSAX2GetLineNumber(context_.get()))); }

  // The first thing that is not well-formed.
  const std::string& complaint() const { return mender_.complaint().empty() ? complaint_ : mender_.complaint(); }

 private:
  void parse(std::string_view text) {
    xmlParseChunk(context_.get(), text.data(), static_cast<int>(text.size()), 0);
    forgive();
  }

  struct Freer {
    void operator()(xmlParserCtxt* context) const {
      if (context->myDoc) xmlFreeDoc(context->myDoc);
      context->myDoc = nullptr;
      xmlFreeParserCtxt(context);
    }
  };
  struct Entity {
    std::string name;
    std::string content;
    xmlEntity entity{};
  };

  // libxml2 drops every entity ("&lt;") once a document is found not well-formed; so that is noted here instead.
  void forgive() {
    if (context_->wellFormed) return;
    context_->wellFormed = 1;
    const xmlError* error = xmlCtxtGetLastError(context_.get());
    if (complaint_.empty() && error && error->message) {
      complaint_ = "line " + std::to_string(error->line) + ": " + clean_value(error->message);
    }
  }

  static Parser& of(void* self) { return *static_cast<Parser*>(self); }

  static void start_element(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri, int,
                            const xmlChar**, int attribute_count, int, const xmlChar** attributes) {
    Parser& parser = of(self);
    if (parser.too_deep_) return;
    if (parser.builder_.depth() == kDeepestXml) {
      parser.too_deep_ = true;
      return xmlStopParser(parser.context_.get());
    }
    XmlNode element;
    element.name = view(name);
    element.space = xml_space(view(uri), view(prefix));
    for (int i = 0; i < attribute_count; ++i) {
      const xmlChar** row = attributes + 5 * i;  // name, prefix, URI, begin and end of the value
      std::string key(view(row[0]));
      if (row[1]) key = std::string(view(row[1])) + ":" + key;
      element.attributes.emplace_back(std::move(key), attribute_text(view(row[3], row[4])));
    }
    parser.builder_.start(std::move(element), parser.line());
  }

  // A short entity of plain text is taken as declared; those that hold others could grow without end.
  static void declare_entity(void* self, const xmlChar* name, int type, const xmlChar*, const xmlChar*,
                             xmlChar* content) {
    const std::string_view text = view(content);
    const bool plain = type == XML_INTERNAL_GENERAL_ENTITY && text.find_first_of("<&") == std::string_view::npos;
    if (plain && text.size() <= kLongestEntity) of(self).add_entity(std::string(view(name)), std::string(text));
  }

  Entity& add_entity(const std::string& name, std::string content) {
    Entity& entry = entities_.try_emplace(name, Entity{name, std::move(content), {}}).first->second;
    entry.entity.type = XML_ENTITY_DECL;
    entry.entity.name = reinterpret_cast<const xmlChar*>(entry.name.c_str());
    entry.entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    entry.entity.content = reinterpret_cast<xmlChar*>(entry.content.data());
    entry.entity.orig = entry.entity.content;
    entry.entity.length = static_cast<int>(entry.content.size());
    return entry;
  }

  // HTML's entities are known, whether a document declares them or not; all that are neither HTML's nor declared as
  // plain text are nothing.
  static xmlEntity* get_entity(void* self, const xmlChar* name) {
    Parser& parser = of(self);
    parser.forgive();
    if (xmlEntity* predefined = xmlGetPredefinedEntity(name)) return predefined;
    const std::string key(view(name));
    if (const auto known = parser.entities_.find(key); known != parser.entities_.end()) {
      // Only what becomes longer counts: "&eacute;" may stand as often as it likes.
      if (known->second.content.size() > key.size() + 2) parser.expanded_ += known->second.content.size();
      return parser.expanded_ > kMostExpanded ? nullptr : &known->second.entity;
    }
    std::string of_html = html_entity(key);
    return of_html.empty() ? nullptr : &parser.add_entity(key, std::move(of_html)).entity;
  }

  XmlBuilder builder_;
  std::unique_ptr<xmlParserCtxt, Freer> context_;
  std::unordered_map<std::string, Entity> entities_;  // by name
  std::size_t expanded_ = 0;                          // bytes that entities added
  XmlMender mender_;
  std::string complaint_;
  std::size_t fed_ = 0;
  bool too_deep_ = false;
};

// The text from its first character: a parser takes nothing before "<?xml".
std::size_t take_leading_space(std::span<char> piece) {
  return std::min(std::string_view(piece.data(), piece.size()).find_first_not_of(" \t\r\n"), piece.size());
}

}  // namespace

XmlEnd read_xml_stream(ByteStream& utf8, std::size_t most, XmlTaker& taker) {
  Parser parser(taker, most);
  std::array<char, 16 * 1024> buffer;
  bool begun = false;
  while (!parser.stopped()) {
    std::span<char> piece(buffer.data(), utf8.read(buffer));
    if (piece.empty()) break;
    if (!begun) piece = piece.subspan(take_leading_space(piece));
    begun = begun || !piece.empty();
    if (begun) parser.feed(piece);
  }
  XmlEnd end;
  end.line = parser.line();
  if (parser.too_deep()) {
    end.fault = Rejection{Reason::not_xml, "nested more than " + std::to_string(kDeepestXml) + " deep"};
    return end;
  }
  end.fault = parser.given_up();
  end.complaint = parser.complaint();
  if (end.fault) return end;
  parser.finish();
  const bool cut_off = parser.builder().keeps();
  end.complaint = parser.complaint();
  if (utf8.fault()) {
    end.fault = utf8.fault();
  } else if (!parser.builder().has_root() || cut_off) {
    const std::string why = end.complaint.empty() ? "" : ": " + end.complaint;
    end.fault =
        Rejection{Reason::not_xml, (cut_off ? "the file ends inside of an element" : "no element could be read") + why};
  }
  return end;
}

}  // namespace backfile
