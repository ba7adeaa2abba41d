// Run at build time: prints the table of index/simplified_han.h as C++. Making ICU's transliterator takes tens of
// milliseconds, which a program that answers in ten should not pay at each start.
#include <unicode/translit.h>
#include <unicode/uscript.h>

#include <cstdio>
#include <memory>

namespace {

constexpr UChar32 kFirst = 0x3400;
constexpr UChar32 kLast = 0x9FFF;

UChar32 simplified_once(const icu::Transliterator& to_simplified, UChar32 traditional) {
  icu::UnicodeString text(traditional);
  to_simplified.transliterate(text);
  const UChar32 simplified = text.char32At(0);
  return text.countChar32() == 1 && simplified >= kFirst && simplified <= kLast ? simplified : traditional;
}

// The end of the chain; of characters that lead round in a circle (苧 苎), the smallest.
UChar32 simplified(const icu::Transliterator& to_simplified, UChar32 traditional) {
  UChar32 slow = traditional;
  UChar32 fast = traditional;
  do {
    slow = simplified_once(to_simplified, slow);
    fast = simplified_once(to_simplified, simplified_once(to_simplified, fast));
  } while (slow != fast);
  UChar32 smallest = slow;
  for (UChar32 c = simplified_once(to_simplified, slow); c != slow; c = simplified_once(to_simplified, c)) {
    smallest = c < smallest ? c : smallest;
  }
  return smallest;
}

}  // namespace

int main() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_simplified(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) {
    std::fprintf(stderr, "ICU has no Hant-Hans transliterator: %s\n", u_errorName(status));
    return 1;
  }
  std::printf("#include \"index/simplified_han.h\"\n\nnamespace backfile {\n\n");
  std::printf("const std::uint16_t kSimplifiedHan[kLastTableHan - kFirstTableHan + 1] = {");
  for (UChar32 c = kFirst; c <= kLast; ++c) {
    std::printf("%s0x%04X,", (c - kFirst) % 16 == 0 ? "\n    " : " ",
                static_cast<unsigned>(simplified(*to_simplified, c)));
  }
  std::printf("\n};\n\n}  // namespace backfile\n");
  return std::ferror(stdout) ? 1 : 0;
}
