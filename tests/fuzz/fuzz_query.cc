// Fuzzes the query language: any text is read, or refused by a limit; what was read, printed and read again, is the
// same; synonyms make of it what can be walked.
#include <cstdint>
#include <string_view>

#include "server/search/query_parser.h"
#include "server/search/query_print.h"
#include "server/search/query_synonyms.h"
#include "tests/fuzz/require.h"

using namespace backfile;

namespace {

const ParseOptions kOptions{.any_word = false, .today = {2025, 3, 15}};

void check_printed(const QueryNode& root) {
  const std::string printed = print_query(root);
  try {
    const ParsedQuery again = parse_query(printed, kOptions);
    require(same_query(again.root, root), "a query printed and read again is the same");
    require(print_query(again.root) == printed, "printing is stable");
  } catch (const InvalidQuery&) {
    // Brackets that show what belongs together may stand deeper than they were written.
  }
}

std::size_t count_nodes(const QueryNode& node) {
  std::size_t count = 1;
  for (const QueryNode& child : node.children) count += count_nodes(child);
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Synonyms synonyms =
      Synonyms::parse("a = b c = 稀土\nb = d\nrare earth = 科技创新\nNEAR = x => quota export", "list");
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const bool any_word : {false, true}) {
    try {
      ParseOptions options = kOptions;
      options.any_word = any_word;
      const ParsedQuery parsed = parse_query(text, options);
      check_printed(parsed.root);
      QueryWarnings warnings;
      const QueryNode widened = with_synonyms(parsed.root, synonyms, warnings);
      require(count_nodes(widened) < 100000, "synonyms have a limit");
    } catch (const InvalidQuery& error) {
      require(!error.limit.empty(), "a refusal names its limit");
    }
  }
  return 0;
}
