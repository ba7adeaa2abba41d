#include "indexer/cleaning/calendar_words.h"

#include <algorithm>
#include <span>

namespace backfile {
namespace {

struct NumberedWord {
  std::string_view word;
  int number;
};

constexpr NumberedWord kMonths[] = {
    // English and its abbreviations
    {"january", 1},
    {"february", 2},
    {"march", 3},
    {"april", 4},
    {"may", 5},
    {"june", 6},
    {"july", 7},
    {"august", 8},
    {"september", 9},
    {"october", 10},
    {"november", 11},
    {"december", 12},
    {"jan", 1},
    {"feb", 2},
    {"mar", 3},
    {"apr", 4},
    {"jun", 6},
    {"jul", 7},
    {"aug", 8},
    {"sep", 9},
    {"sept", 9},
    {"oct", 10},
    {"nov", 11},
    {"dec", 12},
    // French
    {"janvier", 1},
    {"fevrier", 2},
    {"mars", 3},
    {"avril", 4},
    {"mai", 5},
    {"juin", 6},
    {"juillet", 7},
    {"aout", 8},
    {"septembre", 9},
    {"octobre", 10},
    {"novembre", 11},
    {"decembre", 12},
    {"janv", 1},
    {"fevr", 2},
    {"fev", 2},
    {"avr", 4},
    {"juil", 7},
    // German
    {"januar", 1},
    {"janner", 1},
    {"februar", 2},
    {"marz", 3},
    {"juni", 6},
    {"juli", 7},
    {"oktober", 10},
    {"dezember", 12},
    {"mrz", 3},
    {"okt", 10},
    {"dez", 12},
    // Spanish
    {"enero", 1},
    {"febrero", 2},
    {"marzo", 3},
    {"abril", 4},
    {"mayo", 5},
    {"junio", 6},
    {"julio", 7},
    {"agosto", 8},
    {"septiembre", 9},
    {"setiembre", 9},
    {"octubre", 10},
    {"noviembre", 11},
    {"diciembre", 12},
    {"ene", 1},
    {"abr", 4},
    {"ago", 8},
    {"dic", 12},
    // Italian
    {"gennaio", 1},
    {"febbraio", 2},
    {"aprile", 4},
    {"maggio", 5},
    {"giugno", 6},
    {"luglio", 7},
    {"settembre", 9},
    {"ottobre", 10},
    {"dicembre", 12},
    {"gen", 1},
    {"mag", 5},
    {"giu", 6},
    {"lug", 7},
    {"set", 9},
    {"ott", 10},
    // Portuguese
    {"janeiro", 1},
    {"fevereiro", 2},
    {"marco", 3},
    {"maio", 5},
    {"junho", 6},
    {"julho", 7},
    {"setembro", 9},
    {"outubro", 10},
    {"novembro", 11},
    {"dezembro", 12},
    {"out", 10},
    // Dutch
    {"januari", 1},
    {"februari", 2},
    {"maart", 3},
    {"mei", 5},
    {"augustus", 8},
    {"mrt", 3}};

constexpr std::string_view kWeekdays[] = {
    "monday",    "tuesday",   "wednesday", "thursday", "friday",   "saturday",  "sunday",     "mon",     "tue",
    "tues",      "wed",       "thu",       "thur",     "thurs",    "fri",       "sat",        "sun",     "lundi",
    "mardi",     "mercredi",  "jeudi",     "vendredi", "samedi",   "dimanche",  "lun",        "mer",     "jeu",
    "ven",       "sam",       "dim",       "montag",   "dienstag", "mittwoch",  "donnerstag", "freitag", "samstag",
    "sonnabend", "sonntag",   "mo",        "di",       "mi",       "do",        "fr",         "sa",      "so",
    "lunes",     "martes",    "miercoles", "jueves",   "viernes",  "sabado",    "domingo",    "mie",     "jue",
    "vie",       "sab",       "dom",       "lunedi",   "martedi",  "mercoledi", "giovedi",    "venerdi", "domenica",
    "gio",       "segunda",   "terca",     "quarta",   "quinta",   "sexta",     "feira",      "maandag", "dinsdag",
    "woensdag",  "donderdag", "vrijdag",   "zaterdag", "zondag",   "星期一",    "星期二",     "星期三",  "星期四",
    "星期五",    "星期六",    "星期日",    "星期天",   "周一",     "周二",      "周三",       "周四",    "周五",
    "周六",      "周日"};

constexpr std::string_view kFillers[] = {"the", "of", "on", "at", "de", "del", "den", "der", "le", "el",
                                         "il",  "em", "am", "um", "a",  "las", "les", "op",  "om", "kl",
                                         "st",  "nd", "rd", "th", "er", "re",  "o",   "e"};

constexpr NumberedWord kZones[] = {{"z", 0},      {"ut", 0},     {"utc", 0},    {"gmt", 0},
                                   {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300},
                                   {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420},
                                   {"cet", 60},   {"mez", 60},   {"cest", 120}, {"mesz", 120}};

constexpr std::string_view kTimeWords[] = {"et",    "ct",   "mt",      "pt",      "bst",   "ist", "jst",  "kst",
                                           "hkt",   "sgt",  "msk",     "eet",     "eest",  "wet", "west", "aest",
                                           "aedt",  "sast", "eat",     "wat",     "uhr",   "h",   "hrs",  "hours",
                                           "local", "time", "beijing", "eastern", "london"};

std::optional<int> number_of(std::string_view word, std::span<const NumberedWord> table) {
  const auto row = std::ranges::find(table, word, &NumberedWord::word);
  if (row == table.end()) return std::nullopt;
  return row->number;
}

}  // namespace

std::optional<int> month_of_word(std::string_view folded) { return number_of(folded, kMonths); }
bool is_weekday(std::string_view folded) { return std::ranges::count(kWeekdays, folded) > 0; }
bool is_date_filler(std::string_view folded) { return std::ranges::count(kFillers, folded) > 0; }
std::optional<int> offset_of_zone(std::string_view folded) { return number_of(folded, kZones); }
bool is_time_word(std::string_view folded) { return std::ranges::count(kTimeWords, folded) > 0; }

}  // namespace backfile
