#include "indexer/document_builder.h"

#include <array>
#include <cstdint>

#include "index/fold.h"
#include "index/language_tag.h"
#include "index/schema.h"
#include "index/sort_key.h"
#include "index/stored_fields.h"
#include "index/term.h"
#include "index/tokenizer.h"

namespace backfile {
namespace {

using Values = std::vector<std::string_view>;

Values one(const std::string& value) { return value.empty() ? Values{} : Values{value}; }
Values all(const std::vector<std::string>& values) { return {values.begin(), values.end()}; }

// The texts of one field. A derived headline is no headline to search: its text stays where it was taken from.
Values values_of(const Article& article, FieldName field) {
  switch (field) {
    case FieldName::headline:
      return article.headline_is_given() ? one(article.headline) : Values{};
    case FieldName::summary:
      return all(article.summary);
    case FieldName::dateline:
      return one(article.dateline);
    case FieldName::body:
      return all(article.body);
    case FieldName::boilerplate:
      return all(article.boilerplate);
    case FieldName::byline:
      return all(article.byline);
    case FieldName::publication:
      return one(article.publication);
    case FieldName::section:
      return one(article.section);
    case FieldName::topic:
      return all(article.topics);
    case FieldName::language:
      return one(article.language);
    case FieldName::url:
      return one(article.url);
  }
  return {};
}

// The next free position of each kind of term: plain ones share a counter, each prefix has its own.
struct Positions {
  Xapian::termpos plain = 1;
  std::array<Xapian::termpos, kFields.size()> prefixed{};
};

class WordAdder {
 public:
  WordAdder(Xapian::Document& document, SurfaceCounter& surfaces, std::string_view language)
      : document_(document), surfaces_(surfaces), language_(language) {
    positions_.prefixed.fill(1);
  }

  void add(const Field& field, std::string_view text) {
    Xapian::termpos& prefixed_at = positions_.prefixed[static_cast<std::size_t>(field.id)];
    Tokenizer tokenizer(text);
    Token token;
    while (tokenizer.next(token)) {
      // Single characters only fill in for runs of one: they do not lengthen the document.
      const Xapian::termcount wdf = field.counted && token.kind != TokenKind::ngram_char ? 1 : 0;
      counted_ |= wdf > 0;
      if (field.plain) {
        document_.add_posting(plain_term(token.text), positions_.plain + token.position, wdf);
        if (token.kind == TokenKind::word)
          surfaces_.count(text.substr(token.begin, token.end - token.begin), language_);
      }
      if (field.prefix.empty()) continue;
      document_.add_posting(prefixed_term(field.prefix, token.text), prefixed_at + token.position, wdf);
    }
    if (field.plain) positions_.plain += tokenizer.positions() + kPositionGap;
    prefixed_at += tokenizer.positions() + kPositionGap;
  }

  // Has a word been added that counts for the document's length?
  bool counted() const { return counted_; }

 private:
  Xapian::Document& document_;
  SurfaceCounter& surfaces_;
  std::string_view language_;
  Positions positions_;
  bool counted_ = false;
};

// A facet's values in one slot; what an article has beyond this many bytes is searched but not counted.
constexpr std::size_t kMaxSlotBytes = 4096;

void add_label(Xapian::Document& document, const Field& field, const Values& values) {
  std::string slot;
  for (std::string_view value : values) {
    const std::string folded = fold_label(value);
    document.add_boolean_term(prefixed_term(field.label, folded));
    if (field.id == FieldName::language) {  // also what it is a kind of: zh-hans is zh, nb is no
      for (std::string_view kind : {primary_language(folded), macrolanguage(folded)}) {
        if (!kind.empty() && kind != folded) document.add_boolean_term(prefixed_term(field.label, kind));
      }
    }
    if (slot.size() + value.size() >= kMaxSlotBytes) continue;
    if (!slot.empty()) slot += '\n';
    slot += value;
  }
  if (field.slot != kNoSlot) document.add_value(field.slot, slot);
}

void add_published(Xapian::Document& document, const Date& published) {
  if (!published.known()) {
    document.add_boolean_term(std::string(kUndatedTerm));
    return;
  }
  const std::string_view iso = published.iso;
  document.add_boolean_term(prefixed_term(kYearPrefix, iso.substr(0, 4)));
  if (published.precision >= Precision::month) document.add_boolean_term(prefixed_term(kMonthPrefix, iso.substr(0, 7)));
  if (published.precision >= Precision::day) document.add_boolean_term(prefixed_term(kDayPrefix, iso.substr(0, 10)));
  document.add_value(kNewestSlot, newest_first_key(published));
  document.add_value(kOldestSlot, oldest_first_key(published));
  document.add_value(kMonthSlot, std::string(iso.substr(0, published.precision >= Precision::month ? 7 : 4)));
}

}  // namespace

Xapian::Document build_document(const Article& article, SurfaceCounter& surfaces) {
  Xapian::Document document;
  WordAdder words(document, surfaces, article.language);
  for (const Field& field : kFields) {
    const Values values = values_of(article, field.id);
    if (field.plain || !field.prefix.empty()) {
      for (std::string_view value : values) words.add(field, value);
    }
    if (!field.label.empty()) add_label(document, field, values);
  }
  add_published(document, article.published);
  // Xapian's check takes a document of length 0 that has positions for damage: its id counts where no word does.
  document.add_term(id_term(article.id), words.counted() ? 0 : 1);
  if (article.copies > 0) document.add_boolean_term(prefixed_term(kStoryPrefix, article.story));
  document.add_value(kStorySlot, article.story);
  document.set_data(encode_article(article));
  return document;
}

}  // namespace backfile
