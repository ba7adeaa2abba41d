#include "indexer/readers/charset_decoder.h"

#include <unicode/ucnv.h>

#include <array>
#include <stdexcept>

namespace backfile {
namespace {

constexpr std::size_t kPivotUnits = 8192;

UConverter* open_converter(const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &status);
  return U_FAILURE(status) ? nullptr : converter;
}

}  // namespace

void CharsetDecoder::Closer::operator()(UConverter* converter) const { ucnv_close(converter); }

CharsetDecoder::CharsetDecoder(const std::string& charset)
    : from_(open_converter(charset.c_str())),
      to_(open_converter("UTF-8")),
      pivot_(kPivotUnits),
      pivot_source_(pivot_.data()),
      pivot_target_(pivot_.data()) {
  if (!from_) from_.reset(open_converter("windows-1252"));
  if (!from_ || !to_) throw std::runtime_error("ICU has no converters: install libicu");
}

void CharsetDecoder::decode(std::string_view piece, bool last, std::string& utf8) {
  const char* source = piece.data();
  const char* end = piece.data() + piece.size();
  std::array<char, 16384> out;
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char* target = out.data();
    ucnv_convertEx(to_.get(), from_.get(), &target, out.data() + out.size(), &source, end, pivot_.data(),
                   &pivot_source_, &pivot_target_, pivot_.data() + pivot_.size(), false, last, &status);
    utf8.append(out.data(), static_cast<std::size_t>(target - out.data()));
  }
}

}  // namespace backfile
