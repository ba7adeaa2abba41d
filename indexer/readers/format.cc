#include "indexer/readers/format.h"

#include <algorithm>
#include <array>

#include "index/character.h"

namespace backfile {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kMarkupBytes = 8192;

struct Signature {
  std::string_view bytes;
  Format format;
  std::size_t at = 0;
};

constexpr Signature kSignatures[] = {
    {"%PDF-"sv, Format::pdf},
    {"PK\3\4"sv, Format::zip},
    {"PK\5\6"sv, Format::zip},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Format::office},
    {"{\\rtf"sv, Format::rtf},
    {"\x89PNG\r\n"sv, Format::image},
    {"\xFF\xD8\xFF"sv, Format::image},
    {"GIF87a"sv, Format::image},
    {"GIF89a"sv, Format::image},
    {"II*\0"sv, Format::image},
    {"MM\0*"sv, Format::image},
    {"WEBP"sv, Format::image, 8},
    {"WAVEfmt"sv, Format::media, 8},
    {"AVI LIST"sv, Format::media, 8},
    {"ID3\3"sv, Format::media},
    {"ID3\4"sv, Format::media},
    {"OggS\0"sv, Format::media},
    {"ftyp"sv, Format::media, 4},
    {"\x7F"
     "ELF"sv,
     Format::program},
    {"MZ\x90\0"sv, Format::program},
    {"SQLite format 3\0"sv, Format::database},
    {"1AY&SY"sv, Format::archive, 4},
    {"\xFD"
     "7zXZ\0"sv,
     Format::archive},
    {"\x28\xB5\x2F\xFD"sv, Format::archive},
    {"7z\xBC\xAF\x27\x1C"sv, Format::archive},
    {"Rar!\x1A\7"sv, Format::archive},
    {"\x1F\x8B\x08"sv, Format::archive},
    {"ustar"sv, Format::archive, 257},
    {"WARC/"sv, Format::warc},
    {"filedesc://"sv, Format::warc},
};

struct Name {
  Format format;
  std::string_view text;
};

constexpr Name kNames[] = {
    {Format::empty, "an empty file"},
    {Format::text, "plain text"},
    {Format::json, "JSON"},
    {Format::json_lines, "JSON Lines"},
    {Format::html, "HTML"},
    {Format::xml, "XML"},
    {Format::warc, "a web archive (WARC)"},
    {Format::markdown, "Markdown"},
    {Format::pdf, "a PDF file"},
    {Format::zip, "a ZIP file (office files and e-books are such)"},
    {Format::office, "an office file"},
    {Format::rtf, "an RTF file"},
    {Format::image, "an image"},
    {Format::media, "sound or video"},
    {Format::archive, "a compressed archive"},
    {Format::program, "a program"},
    {Format::database, "a database"},
    {Format::binary, "binary data"},
    {Format::style, "a style sheet, by its name"},
    {Format::script, "a script or program text, by its name"},
    {Format::drawing, "a drawing, by its name"},
    {Format::font, "a font, by its name"},
    {Format::table, "a table, by its name"},
    {Format::log, "a log, by its name"},
    {Format::listing, "a list of files or addresses, by its name"},
    {Format::settings, "a file of settings, by its name"},
    {Format::mail, "mail or a page saved as mail, by its name"},
    {Format::backup, "a backup or temporary file, by its name"},
    {Format::crawler_note, "a site's note to robots and the curious, by its name"},
};

// Endings of files that are never articles. Not in it: endings of programs that pages are made by (.php, .asp, .cgi),
// since mirrors call the pages so.
constexpr Name kNeverArticles[] = {
    {Format::style, "css"},      {Format::style, "scss"},    {Format::style, "less"},   {Format::style, "xsl"},
    {Format::style, "xslt"},     {Format::script, "js"},     {Format::script, "mjs"},   {Format::script, "cjs"},
    {Format::script, "ts"},      {Format::script, "map"},    {Format::script, "py"},    {Format::script, "sh"},
    {Format::script, "bash"},    {Format::script, "bat"},    {Format::script, "ps1"},   {Format::script, "sql"},
    {Format::drawing, "svg"},    {Format::drawing, "eps"},   {Format::drawing, "ai"},   {Format::font, "woff"},
    {Format::font, "woff2"},     {Format::font, "ttf"},      {Format::font, "otf"},     {Format::font, "eot"},
    {Format::table, "csv"},      {Format::table, "tsv"},     {Format::table, "tab"},    {Format::log, "log"},
    {Format::listing, "cdx"},    {Format::listing, "cdxj"},  {Format::listing, "lst"},  {Format::listing, "m3u"},
    {Format::listing, "m3u8"},   {Format::listing, "md5"},   {Format::listing, "sha1"}, {Format::listing, "sha256"},
    {Format::listing, "sha512"}, {Format::listing, "sfv"},   {Format::settings, "ini"}, {Format::settings, "conf"},
    {Format::settings, "cfg"},   {Format::settings, "yaml"}, {Format::settings, "yml"}, {Format::settings, "toml"},
    {Format::mail, "eml"},       {Format::mail, "mbox"},     {Format::mail, "mht"},     {Format::mail, "mhtml"},
    {Format::mail, "ics"},       {Format::mail, "vcf"},      {Format::backup, "bak"},   {Format::backup, "orig"},
    {Format::backup, "swp"},     {Format::backup, "tmp"},    {Format::backup, "part"},
};

constexpr std::string_view kCrawlerNotes[] = {"robots.txt", "ads.txt", "app-ads.txt", "humans.txt", "security.txt"};

// "jsonl" of "news.JSONL.gz".
std::string ending_of(std::string_view name) {
  std::string ending = ascii_lowered(name);
  for (std::string_view compressed : {".gz", ".zst"}) {
    if (ending.ends_with(compressed)) {
      ending.resize(ending.size() - compressed.size());
      break;
    }
  }
  const std::size_t dot = ending.find_last_of("./");
  return dot == std::string::npos || ending[dot] == '/' ? std::string() : ending.substr(dot + 1);
}

// Format::text where nothing speaks against it.
Format tell_by_name(std::string_view name, std::string_view ending) {
  const std::string own = ascii_lowered(name.substr(name.find_last_of('/') + 1));
  if (own.ends_with('~') || (own.starts_with('#') && own.ends_with('#'))) return Format::backup;
  if (std::ranges::find(kCrawlerNotes, own) != std::ranges::end(kCrawlerNotes)) return Format::crawler_note;
  const auto row = std::ranges::find(kNeverArticles, ending, &Name::text);
  return row == std::ranges::end(kNeverArticles) ? Format::text : row->format;
}

std::string_view without_leading_space(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// The name of the first tag, in small letters, behind comments and processing instructions; of a DOCTYPE its first
// word. Empty where there is none in sight.
std::string first_tag(std::string_view text) {
  while (text.starts_with("<?") || text.starts_with("<!--")) {
    const std::string_view closing = text.starts_with("<?") ? "?>" : "-->";
    const std::size_t end = text.find(closing);
    if (end == std::string_view::npos) return {};
    text = without_leading_space(text.substr(end + closing.size()));
  }
  if (!text.starts_with('<')) return {};
  const std::string tag = ascii_lowered(text.substr(1, 100));
  const std::size_t begin = tag.starts_with("!doctype") ? std::min(tag.find_first_not_of(" \t\r\n", 8), tag.size()) : 0;
  return tag.substr(begin, tag.find_first_of(" \t\r\n/>", begin) - begin);
}

// HTML or XML by its first tag; text where there is none.
Format tell_markup(std::string_view text, std::string_view ending) {
  if (!text.starts_with('<')) return Format::text;
  constexpr std::string_view kXml[] = {"rss",         "feed",     "rdf",         "nitf",   "newsml",
                                       "newsmessage", "newsitem", "packageitem", "urlset", "sitemapindex"};
  const std::string tag = first_tag(text.substr(0, kMarkupBytes));
  for (std::string_view name : {"html", "head", "body", "xhtml"}) {
    if (tag == name) return Format::html;
  }
  if (text.starts_with("<?xml") || ending == "xml" || ending == "rss" || ending == "atom") return Format::xml;
  const std::string_view name = std::string_view(tag).substr(tag.find(':') + 1);  // "nitf" of "n:nitf"
  if (std::ranges::find(kXml, name) != std::ranges::end(kXml)) return Format::xml;
  return text.starts_with("<!DOCTYPE") ? Format::xml : Format::text;
}

// Does the text's first line hold a whole JSON value, as far as brackets tell? A line that does not end counts as one,
// and so does one that another object follows at the margin: then the first is broken, and not spread over lines.
bool first_line_is_whole(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') return depth == 0 || (text[0] == '{' && text.substr(i + 1).starts_with('{'));
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
  }
  return true;
}

// `text` begins with '{' or '['.
Format tell_json(std::string_view text, bool lines_by_name) {
  const bool whole = first_line_is_whole(text);
  if (text[0] == '{') return whole || lines_by_name ? Format::json_lines : Format::json;
  const bool of_objects = without_leading_space(text.substr(1)).starts_with('{');
  return lines_by_name && whole && !of_objects ? Format::json_lines : Format::json;
}

bool begins_like_json(std::string_view text) {
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return false;
  const std::string_view inner = without_leading_space(text.substr(1));
  if (inner.empty()) return false;
  return text[0] == '{' ? inner[0] == '"' || inner[0] == '}' : inner[0] == '{' || inner[0] == ']';
}

}  // namespace

std::string_view format_name(Format format) {
  const auto row = std::ranges::find(kNames, format, &Name::format);
  return row == std::ranges::end(kNames) ? "something unknown" : row->text;
}

Format tell_format(std::string_view head, bool whole, std::string_view name) {
  for (const Signature& signature : kSignatures) {
    if (head.size() > signature.at && head.substr(signature.at).starts_with(signature.bytes)) return signature.format;
  }
  const std::string_view text = without_leading_space(head);
  if (text.empty() && whole) return Format::empty;
  const std::string ending = ending_of(name);
  if (const Format by_name = tell_by_name(name, ending); by_name != Format::text) return by_name;
  const bool json_lines = ending == "jsonl" || ending == "ndjson" || ending == "jsonlines";
  const Format markup = tell_markup(text, ending);
  if (markup != Format::text) return markup;
  if (ending == "warc" || ending == "arc") return Format::warc;
  if (json_lines || ending == "json") {
    const bool begins = text.starts_with('{') || text.starts_with('[');
    if (begins) return tell_json(text, json_lines);
    if (head.find('\0') == std::string_view::npos) return json_lines ? Format::json_lines : Format::json;
  }
  if (head.find('\0') != std::string_view::npos) return Format::binary;
  if (ending == "html" || ending == "htm" || ending == "xhtml") return Format::html;
  if (ending == "md" || ending == "markdown" || ending == "mkd") return Format::markdown;
  if (ending != "txt" && begins_like_json(text)) return tell_json(text, false);
  return Format::text;
}

}  // namespace backfile
