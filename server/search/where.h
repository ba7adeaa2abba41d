// Where the words of a query are looked for, and the terms that they have there.
//
// Bare words stand in headline, summary, dateline and body, which share their plain terms; words of a field are its
// prefixed terms (index/schema.h). Xapian 1.4 takes terms and OP_OR of terms inside phrases and NEAR, nothing else
// (OP_SYNONYM is refused there).
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "index/schema.h"
#include "server/search/word_forms.h"

namespace backfile {

// Of the words below a node of the query tree.
struct Where {
  std::optional<FieldName> field;
  bool in_boilerplate = false;
  bool marked = true;  // not excluded: highlighted

  // Names are found as they are written; words of text in all their forms.
  Vocabulary vocabulary() const;
  // Values of the field are searched whole alone.
  bool has_labels_only() const;
  // What the highlighter marks; none for fields that are not shown as text.
  std::uint8_t parts() const;
};

// The term of a field's whole value as a query or filter has it; languages by any name or code of theirs (iw, English).
std::string label_term(const Field& field, std::string_view value);

// The query of some words as terms of this prefix.
using MakeQuery = std::function<Xapian::Query(std::string_view prefix)>;

// make(prefix) for each place where the words may stand: the field's own terms; or the plain ones with those of the
// headline and summary as added weight, and those of the boilerplate beside them.
Xapian::Query wherever(const Where& where, const MakeQuery& make);

// The forms as terms.
Slots with_prefix(std::string_view prefix, const Slots& slots);

// One term, or any of these terms.
Xapian::Query term_of(std::string_view prefix, const std::string& form);
Xapian::Query any_of(Xapian::Query::op op, std::string_view prefix, const Forms& forms);

// Every article. Made anew each time: Query::MatchAll is one object whose references are counted without a lock, and a
// copy of it in two threads at once ends in a crash (xapian/query.h says so).
Xapian::Query every_article();

// Farther than any article is long.
inline constexpr Xapian::termcount kAnyDistance = 0x40000000;

// Forms at so many places within `window` positions: OP_PHRASE (in this order) or OP_NEAR. A place without forms: none.
Xapian::Query at_places(Xapian::Query::op op, std::string_view prefix, const Slots& slots, Xapian::termcount window);

}  // namespace backfile
