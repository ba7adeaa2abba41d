#include "indexer/readers/charset.h"

#include <uchardet/uchardet.h>
#include <unicode/uchar.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "index/character.h"
#include "indexer/readers/charset_decoder.h"
#include "indexer/readers/charset_name.h"

namespace backfile {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kDetectionBytes = 256 * 1024;
constexpr std::size_t kAccidental = 12;  // so many sound characters of UTF-8 may be another text by accident

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};
constexpr Mark kMarks[] = {{"\xEF\xBB\xBF"sv, kUtf8},
                           {"\xFF\xFE\0\0"sv, "UTF-32LE"},
                           {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                           {"\xFF\xFE"sv, "UTF-16LE"},
                           {"\xFE\xFF"sv, "UTF-16BE"}};

const Mark* mark_of(std::string_view head) {
  const auto mark = std::ranges::find_if(kMarks, [&](const Mark& m) { return head.starts_with(m.bytes); });
  return mark == std::ranges::end(kMarks) ? nullptr : mark;
}

// UTF-16 without a mark: its first four characters are ASCII. Empty where it is not.
std::string_view unmarked_wide(std::string_view head) {
  if (head.size() < 8) return {};
  auto alternates = [&](std::size_t first) {
    for (std::size_t i = 0; i < 8; i += 2) {
      if (head[i + first] == '\0' || static_cast<unsigned char>(head[i + first]) >= 0x80 || head[i + 1 - first] != '\0')
        return false;
    }
    return true;
  };
  if (alternates(0)) return "UTF-16LE";
  return alternates(1) ? "UTF-16BE" : std::string_view();
}

struct Census {
  std::size_t sound = 0;   // characters of UTF-8 beyond ASCII
  std::size_t broken = 0;  // bytes and sequences that are not UTF-8
};

Census census_of(std::string_view text, bool whole) {
  Census census;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto [code, end] = character_at(text, at);
    if (code < 0 && !whole && text.size() - at < 4) break;
    ++(code < 0 ? census.broken : census.sound);
    at = end;
  }
  return census;
}

// The quotation marks, dashes and signs of Windows-1252, as in English text.
bool has_only_punctuation(std::string_view bytes) {
  constexpr std::string_view kSigns = "\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA3\xA9\xAB\xAE\xB0\xB7\xBB"sv;
  return std::ranges::all_of(
      bytes, [&](char c) { return static_cast<unsigned char>(c) < 0x80 || kSigns.find(c) != std::string_view::npos; });
}

// Sets of few languages, which libuchardet also sees in Italian and Japanese.
bool is_rare(std::string_view charset) {
  constexpr std::string_view kRare[] = {"iso-8859-3", "iso-8859-4", "iso-8859-10", "iso-8859-13", "iso-8859-16"};
  return std::ranges::find(kRare, charset) != std::ranges::end(kRare);
}

// Capitals behind small letters: a text read in a wrong set has many.
std::size_t capitals_inside_words(std::string_view utf8) {
  std::size_t count = 0;
  bool behind_small = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [code, end] = character_at(utf8, at);
    count += behind_small && u_isupper(code);
    behind_small = u_islower(code);
    at = end;
  }
  return count;
}

std::string detected_by_icu(std::string_view sample) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error), &ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  const char* name = match ? ucsdet_getName(match, &error) : nullptr;
  return name && U_SUCCESS(error) ? charset_of_name(name) : std::string();
}

std::string decoded(std::string_view bytes, const std::string& charset) {
  std::string utf8;
  utf8.reserve(bytes.size() + bytes.size() / 8);
  CharsetDecoder(charset).decode(bytes, true, utf8);
  return utf8;
}

std::string detected(std::string_view bytes) {
  const auto first = std::ranges::find_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const auto before = static_cast<std::size_t>(first - bytes.begin());
  const std::string_view sample = bytes.substr(before > 4096 ? before - 4096 : 0).substr(0, kDetectionBytes);
  if (has_only_punctuation(sample)) return "windows-1252";
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  uchardet_handle_data(detector.get(), sample.data(), sample.size());
  uchardet_data_end(detector.get());
  std::string charset = charset_of_name(uchardet_get_charset(detector.get()));
  if (is_rare(charset)) charset = detected_by_icu(sample);
  const bool of_dos = charset.starts_with("ibm8");
  if (of_dos &&
      capitals_inside_words(decoded(sample, charset)) > capitals_inside_words(decoded(sample, "windows-1252"))) {
    return "windows-1252";
  }
  return charset.empty() || charset == kUtf8 ? "windows-1252" : charset;
}

bool is_sound_in(std::string_view bytes, const std::string& charset) {
  return decoded(bytes, charset).find("\xEF\xBF\xBD") == std::string::npos;
}

std::string charset_by_content(std::string_view head, bool whole, const std::string& declared) {
  if (declared.starts_with("iso-2022-") && head.find('\x1B') != std::string_view::npos) return declared;
  const Census census = census_of(head, whole);
  if (census.broken == 0) {
    const bool doubtful = census.sound < kAccidental && hides_ascii(declared) && whole;
    if (census.sound > 0 && doubtful && is_sound_in(head, declared)) return declared;
    if (census.sound > 0 || whole || declared.empty()) return std::string(kUtf8);
    return declared;
  }
  if (census.sound >= census.broken && !hides_ascii(declared)) return std::string(kUtf8);
  if (!declared.empty() && declared != kUtf8) return declared;
  return census.sound >= census.broken ? std::string(kUtf8) : detected(head);
}

}  // namespace

std::size_t byte_order_mark(std::string_view head) {
  const Mark* mark = mark_of(head);
  return mark ? mark->bytes.size() : 0;
}

std::string tell_charset(std::string_view head, bool whole, std::string_view declared) {
  if (const Mark* mark = mark_of(head)) return std::string(mark->charset);
  if (const std::string_view wide = unmarked_wide(head); !wide.empty()) return std::string(wide);
  std::string charset = charset_of_name(declared);
  if (charset.starts_with("UTF-16") || charset.starts_with("utf-16") || charset.starts_with("utf-32")) charset.clear();
  return charset_by_content(head, whole, charset);
}

std::string to_utf8(std::string_view bytes, std::string_view declared) {
  const std::string charset = tell_charset(bytes, true, declared);
  bytes.remove_prefix(byte_order_mark(bytes));
  if (charset == kUtf8 && census_of(bytes, true).broken == 0) return std::string(bytes);
  return decoded(bytes, charset);
}

}  // namespace backfile
