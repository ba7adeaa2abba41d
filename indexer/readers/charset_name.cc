#include "indexer/readers/charset_name.h"

#include <unicode/ucnv.h>

#include <algorithm>

#include "index/character.h"

namespace backfile {
namespace {

struct Name {
  std::string_view written;  // in small letters
  std::string_view charset;  // as ICU has it
};

constexpr Name kNames[] = {
    {"utf8", kUtf8},
    {"unicode-1-1-utf-8", kUtf8},
    {"x-user-defined", ""},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"big5", "big5-hkscs"},
    {"big5-eten", "big5-hkscs"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"cp932", "windows-31j"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"ksc5601", "windows-949"},
    {"uhc", "windows-949"},
    {"cp949", "windows-949"},
    {"utf-16", "UTF-16LE"},
    {"unicode", "UTF-16LE"},
};

// Families of ICU's names that are taken as they are.
constexpr std::string_view kFamilies[] = {"windows-",  "iso-8859-", "koi8-",    "gb18030", "big5",
                                          "euc-",      "macintosh", "cp8",      "ibm8",    "iso-2022-",
                                          "x-mac-cyr", "utf-16le",  "utf-16be", "utf-32"};

}  // namespace

std::string charset_of_name(std::string_view name) {
  const std::size_t begin = name.find_first_not_of(" \t\r\n\"'");
  if (begin == std::string_view::npos || name.size() > 100) return {};
  const std::string written = ascii_lowered(name.substr(begin, name.find_last_not_of(" \t\r\n\"';,") + 1 - begin));
  if (written == "utf-8") return std::string(kUtf8);
  if (const auto row = std::ranges::find(kNames, written, &Name::written); row != std::ranges::end(kNames)) {
    return std::string(row->charset);
  }
  const bool taken =
      std::ranges::any_of(kFamilies, [&](std::string_view family) { return written.starts_with(family); });
  if (!taken) return {};
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(written.c_str(), &status);
  if (U_FAILURE(status)) return {};
  ucnv_close(converter);
  return written;
}

bool hides_ascii(std::string_view charset) {
  const std::string name = ascii_lowered(charset);
  for (std::string_view beginning :
       {"utf-16", "utf-32", "gb18030", "big5", "windows-31j", "windows-949", "iso-2022-"}) {
    if (name.starts_with(beginning)) return true;
  }
  return false;
}

}  // namespace backfile
