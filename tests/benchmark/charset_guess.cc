// What is taken for the character set of texts: by Backfile, by libuchardet alone and by ICU's detector. Reads names of
// files from standard input, one a line, and prints a line each: the name and the three answers, parted by tabs. An
// answer is empty where there is none. tests/benchmark/charsets.py makes the files and counts.
#include <uchardet/uchardet.h>
#include <unicode/ucsdet.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "indexer/readers/charset.h"

namespace {

std::string by_uchardet(const std::string& bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), bytes.size());
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

std::string by_icu(const std::string& bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error), &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  const char* name = match ? ucsdet_getName(match, &error) : nullptr;
  return name && U_SUCCESS(error) ? name : "";
}

}  // namespace

int main() {
  for (std::string name; std::getline(std::cin, name);) {
    std::ifstream in(name, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    std::cout << name << '\t' << backfile::tell_charset(bytes, true, "") << '\t' << by_uchardet(bytes) << '\t'
              << by_icu(bytes) << '\n';
  }
}
