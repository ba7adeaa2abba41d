#include "indexer/cleaning/date_line.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "index/character.h"
#include "index/fold.h"
#include "indexer/cleaning/written_date.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestLine = 120;  // bytes

struct Label {
  std::string_view text;  // folded; a space, a colon or the date follows
  DateLabel label;
};

constexpr Label kLabels[] = {{"first published", DateLabel::published},
                             {"originally published", DateLabel::published},
                             {"published", DateLabel::published},
                             {"date published", DateLabel::published},
                             {"publish date", DateLabel::published},
                             {"publication date", DateLabel::published},
                             {"posted", DateLabel::published},
                             {"date", DateLabel::published},
                             {"publie", DateLabel::published},
                             {"date de publication", DateLabel::published},
                             {"veroffentlicht", DateLabel::published},
                             {"erschienen", DateLabel::published},
                             {"stand", DateLabel::updated},
                             {"publicado", DateLabel::published},
                             {"fecha", DateLabel::published},
                             {"pubblicato", DateLabel::published},
                             {"gepubliceerd", DateLabel::published},
                             {"发布时间", DateLabel::published},
                             {"發布時間", DateLabel::published},
                             {"发布日期", DateLabel::published},
                             {"last updated", DateLabel::updated},
                             {"last modified", DateLabel::updated},
                             {"updated", DateLabel::updated},
                             {"modified", DateLabel::updated},
                             {"mis a jour", DateLabel::updated},
                             {"modifie", DateLabel::updated},
                             {"aktualisiert", DateLabel::updated},
                             {"zuletzt aktualisiert", DateLabel::updated},
                             {"actualizado", DateLabel::updated},
                             {"aggiornato", DateLabel::updated},
                             {"更新时间", DateLabel::updated},
                             // Scandinavian, Finnish, Hungarian, Romanian, Russian, Turkish
                             {"publisert", DateLabel::published},
                             {"publicerad", DateLabel::published},
                             {"offentliggjort", DateLabel::published},
                             {"oppdatert", DateLabel::updated},
                             {"uppdaterad", DateLabel::updated},
                             {"opdateret", DateLabel::updated},
                             {"julkaistu", DateLabel::published},
                             {"paivitetty", DateLabel::updated},
                             {"megjelent", DateLabel::published},
                             {"frissitve", DateLabel::updated},
                             {"publicat", DateLabel::published},
                             {"actualizat", DateLabel::updated},
                             {"опубликовано", DateLabel::published},
                             {"дата публикации", DateLabel::published},
                             {"обновлено", DateLabel::updated},
                             {"yayinlanma tarihi", DateLabel::published},
                             {"yayin tarihi", DateLabel::published},
                             {"guncelleme", DateLabel::updated},
                             {"发表于", DateLabel::published},
                             {"发布于", DateLabel::published},
                             {"发布", DateLabel::published},
                             {"data publikacji", DateLabel::published},
                             {"dodano", DateLabel::published},
                             {"zverejneno", DateLabel::published},
                             {"פורסם", DateLabel::published},
                             {"עודכן", DateLabel::updated},
                             {"प्रकाशित", DateLabel::published},
                             {"cap nhat", DateLabel::updated},
                             {"ngay dang", DateLabel::published},
                             {"δημοσιευθηκε", DateLabel::published},
                             {"ενημερωθηκε", DateLabel::updated},
                             {"vom", DateLabel::published},
                             {"actualitzat el", DateLabel::updated},
                             {"actualitzada", DateLabel::updated},
                             {"avaldatud", DateLabel::published},
                             {"објављено", DateLabel::published},
                             {"publication", DateLabel::published},
                             {"online seit", DateLabel::published},
                             {"publiziert", DateLabel::published},
                             {"erscheinungsdatum", DateLabel::published},
                             {"erstellt", DateLabel::published},
                             {"datum", DateLabel::published},
                             {"redige", DateLabel::published},
                             {"cree", DateLabel::published},
                             {"paru", DateLabel::published},
                             {"mis en ligne", DateLabel::published},
                             {"mise en ligne", DateLabel::published},
                             {"publicada", DateLabel::published},
                             {"creado", DateLabel::published},
                             {"criado em", DateLabel::published},
                             {"postado em", DateLabel::published},
                             {"actualizada", DateLabel::updated},
                             {"ultima actualizacion", DateLabel::updated},
                             {"atualizado", DateLabel::updated},
                             {"modificato", DateLabel::updated},
                             {"data", DateLabel::published},
                             {"geplaatst", DateLabel::published},
                             {"aangepast", DateLabel::updated},
                             {"bijgewerkt", DateLabel::updated},
                             {"publiceret", DateLabel::published},
                             {"udgivet", DateLabel::published},
                             {"lagt ut", DateLabel::published},
                             {"skapad", DateLabel::published},
                             {"publicerat", DateLabel::published},
                             {"julkaisupaiva", DateLabel::published},
                             {"kozzeteve", DateLabel::published},
                             {"letrehozva", DateLabel::published},
                             {"data publicarii", DateLabel::published},
                             {"postat la", DateLabel::published},
                             {"размещено", DateLabel::published},
                             {"добавлено", DateLabel::published},
                             {"дата", DateLabel::published},
                             {"опубліковано", DateLabel::published},
                             {"оновлено", DateLabel::updated},
                             {"yayinlanma", DateLabel::published},
                             {"giris", DateLabel::published},
                             {"opublikowano", DateLabel::published},
                             {"aktualizacja", DateLabel::updated},
                             {"publikovano", DateLabel::published},
                             {"aktualizovano", DateLabel::updated},
                             {"objavljeno", DateLabel::published},
                             {"diterbitkan", DateLabel::published},
                             {"diperbarui", DateLabel::updated},
                             {"δημοσιευση", DateLabel::published},
                             {"ενημερωση", DateLabel::updated},
                             // Japanese (Han signs simplified by folding), Korean, Arabic
                             {"公开日", DateLabel::published},
                             {"投稿日", DateLabel::published},
                             {"掲载日", DateLabel::published},
                             {"更新日", DateLabel::updated},
                             {"配信日", DateLabel::published},
                             {"日期", DateLabel::published},
                             {"时间", DateLabel::published},
                             {"승인", DateLabel::published},
                             {"송고시간", DateLabel::published},
                             {"발행일", DateLabel::published},
                             {"게시", DateLabel::published},
                             {"입력", DateLabel::published},
                             {"등록", DateLabel::published},
                             {"수정", DateLabel::updated},
                             {"تاريخ النشر", DateLabel::published},
                             {"نشر", DateLabel::published},
                             {"اخر تحديث", DateLabel::updated}};

constexpr std::string_view kChange[] = {
    "updated",     "update",    "modified",   "reviewed",   "revised",    "aktualisiert", "mis a jour",
    "modifie le",  "actualise", "actualizad", "aggiorna",   "atualiza",   "actualizat",   "bijgewerkt",
    "oppdatert",   "opdateret", "uppdatera",  "paivitetty", "frissit",    "обновлен",     "guncellen",
    "modifica il", "aangepast", "оновлен",    "aktualiz",   "diperbarui", "ενημερωση",    "guncelleme",
    "更新",        "修改",      "업데이트",   "수정",       "تحديث"};

bool is_year_alone(const WrittenDate& written) { return written.date && written.date->precision == Precision::year; }

// The first byte of `line` behind `folded_bytes` of its folded form, which must end at a character of both.
std::size_t byte_behind(std::string_view line, std::string_view label) {
  for (std::size_t end = 1; end <= line.size(); ++end) {
    if (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) continue;
    if (fold(line.substr(0, end)) == label) return end;
  }
  return line.size();
}

std::string_view trimmed_front(std::string_view text) {
  for (std::string_view mark : {":", "：", "-", "–", "|"}) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

// "二〇二五年"
bool has_han_year(std::string_view text) {
  constexpr std::string_view kYear = "年";
  for (std::size_t at = text.find(kYear); at != std::string_view::npos; at = text.find(kYear, at + kYear.size())) {
    for (std::string_view digit : {"〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}) {
      if (text.substr(0, at).ends_with(digit)) return true;
    }
  }
  return false;
}

std::optional<DateLine> read_with(DateLabel label, std::string_view text) {
  const auto written = read_written_date(text);
  if (!written || is_year_alone(*written)) return std::nullopt;
  return DateLine{label, std::string(text), written->date};
}

}  // namespace

std::optional<DateLine> read_date_line(std::string_view line) {
  if (line.size() > kLongestLine || !has_digits(line)) return std::nullopt;
  if (auto bare = read_with(DateLabel::bare, line)) return bare;
  const std::string folded = fold(line);
  for (const Label& row : kLabels) {
    if (!folded.starts_with(row.text)) continue;
    if (auto labelled = read_with(row.label, trimmed_front(line.substr(byte_behind(line, row.text))))) return labelled;
  }
  return std::nullopt;
}

bool has_digits(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (byte >= '0' && byte <= '9') return true;
      ++at;
      continue;
    }
    const Character c = character_at(text, at);
    if (u_charDigitValue(c.code) >= 0) return true;
    at = c.end;
  }
  return has_han_year(text);
}

bool says_published(std::string_view folded) {
  return std::ranges::any_of(kLabels, [&](const Label& row) {
    return row.label == DateLabel::published && row.text.size() > 4 && folded.find(row.text) != std::string_view::npos;
  });
}

bool says_updated(std::string_view folded) {
  return std::ranges::any_of(kChange,
                             [&](std::string_view word) { return folded.find(word) != std::string_view::npos; });
}

}  // namespace backfile
