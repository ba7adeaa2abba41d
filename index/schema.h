// The schema: THE table of fields. The document builder loops over it to add terms and values, the query builder looks
// fields up in it. Adding a field is one row here, its accessor in the document builder, and a test.
//
// Terms are drawn so:
//   plain term       word                    headline, summary, body and dateline together, with positions
//   prefixed term    PREFIX ':' word         one field alone, with positions of its own
//   label term       LABEL ':' whole value   the whole folded value, for filters and facets
// Plain terms are folded and so never begin with a capital: they cannot meet a prefixed one.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace backfile {

// Raised when an index of another number cannot be read by this program.
inline constexpr int kSchemaVersion = 3;

// Positions between two paragraphs or fields: no phrase and no NEAR/100 reaches across.
inline constexpr std::uint32_t kPositionGap = 200;

enum class FieldName : std::uint8_t {
  headline,
  summary,
  dateline,
  body,
  boilerplate,
  byline,
  publication,
  section,
  topic,
  language,
  url
};

using Slot = std::uint32_t;
inline constexpr Slot kNoSlot = ~Slot{0};

struct Field {
  FieldName id;
  std::string_view name;                    // in queries and parameters
  std::array<std::string_view, 2> aliases;  // empty where there are fewer
  std::string_view prefix;                  // of its words; empty: not searched by words of its own
  std::string_view label;                   // of its whole value; empty: none
  bool plain;                               // its words are plain terms too
  bool counted;                             // its words count in wdf and document length
  double weight;                            // added weight of its prefixed terms in ranking (query time)
  Slot slot;                                // facet values, joined by newline
};

// Value slots that belong to no facet. Both sort keys are read in falling order, so that unknown dates (empty values)
// come last in both.
inline constexpr Slot kNewestSlot = 0;  // 8 bytes, big-endian: seconds since 1000-01-01 UTC
inline constexpr Slot kOldestSlot = 1;  // its complement
inline constexpr Slot kStorySlot = 2;   // story: collapse key
inline constexpr Slot kMonthSlot = 3;   // "2025-03", "2025" or empty: facets year and month

inline constexpr std::string_view kIdPrefix = "Q";      // Q:id, one an article
inline constexpr std::string_view kStoryPrefix = "XC";  // XC:story, of articles that have copies
inline constexpr std::string_view kYearPrefix = "DY";   // DY:2025
inline constexpr std::string_view kMonthPrefix = "DM";  // DM:2025-03, where at least the month is known
inline constexpr std::string_view kDayPrefix = "DD";    // DD:2025-03-03, where the day is known
inline constexpr std::string_view kUndatedTerm = "DN:";

// The fields that bare words search together are those with `plain`.
inline constexpr std::array<Field, 11> kFields{{
    {FieldName::headline, "headline", {"title", ""}, "S", "", true, true, 0.25, kNoSlot},
    {FieldName::summary, "summary", {"", ""}, "XU", "", true, true, 0.1, kNoSlot},
    {FieldName::dateline, "dateline", {"", ""}, "XD", "", true, true, 0.0, kNoSlot},
    {FieldName::body, "body", {"", ""}, "", "", true, true, 0.0, kNoSlot},
    {FieldName::boilerplate, "boilerplate", {"", ""}, "XB", "", false, false, 0.0, kNoSlot},
    {FieldName::byline, "byline", {"author", ""}, "A", "XA", false, false, 0.0, 4},
    {FieldName::publication, "publication", {"source", "site"}, "P", "XP", false, false, 0.0, 5},
    {FieldName::section, "section", {"", ""}, "XS", "XSL", false, false, 0.0, 6},
    {FieldName::topic, "topic", {"", ""}, "K", "XK", false, false, 0.0, 7},
    {FieldName::language, "language", {"lang", ""}, "", "L", false, false, 0.0, 8},
    {FieldName::url, "url", {"", ""}, "XW", "", false, false, 0.0, kNoSlot},
}};

// The field of that name or alias (case does not matter); nothing where there is none.
std::optional<FieldName> field_from_name(std::string_view name_or_alias);

constexpr const Field& field(FieldName id) { return kFields[static_cast<std::size_t>(id)]; }

namespace schema_rules {

constexpr bool rows_stand_at_their_ids() {
  for (std::size_t row = 0; row < kFields.size(); ++row) {
    if (static_cast<std::size_t>(kFields[row].id) != row) return false;
  }
  return true;
}

constexpr bool is_prefix(std::string_view prefix) {
  for (char c : prefix) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

constexpr bool no_two_share_a_prefix() {
  std::array<std::string_view, kFields.size() * 2 + 6> seen{kIdPrefix,    kStoryPrefix, kYearPrefix,
                                                            kMonthPrefix, kDayPrefix,   "DN"};
  std::size_t count = 6;
  for (const Field& row : kFields) {
    for (std::string_view prefix : {row.prefix, row.label}) {
      if (prefix.empty()) continue;
      if (!is_prefix(prefix)) return false;
      for (std::size_t i = 0; i < count; ++i) {
        if (seen[i] == prefix) return false;
      }
      seen[count++] = prefix;
    }
  }
  return true;
}

constexpr bool no_two_share_a_slot() {
  for (const Field& row : kFields) {
    if (row.slot == kNoSlot) continue;
    if (row.slot <= kMonthSlot || row.label.empty()) return false;
    for (const Field& other : kFields) {
      if (other.id != row.id && other.slot == row.slot) return false;
    }
  }
  return true;
}

constexpr bool every_field_can_be_searched() {
  for (const Field& row : kFields) {
    if (row.prefix.empty() && row.label.empty() && !row.plain) return false;
  }
  return true;
}

static_assert(rows_stand_at_their_ids());
static_assert(no_two_share_a_prefix());
static_assert(no_two_share_a_slot());
static_assert(every_field_can_be_searched());

}  // namespace schema_rules
}  // namespace backfile
