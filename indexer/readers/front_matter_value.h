// A value of front matter as it is written behind its key: YAML's flow style and TOML.
//
//   "Caf\u00e9"  'Germany''s budget'  [Ann Lee, "Bo Chan"]  {name: Ann Lee}  2025-01-28  # a comment
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

namespace backfile {

enum class FrontMatterStyle : std::uint8_t { yaml, toml };

inline constexpr int kDeepestFrontMatter = 8;  // levels that are read; what is nested deeper is null

// Lines in `written` are folded as the style folds them. What is not well-formed gives what can be understood.
nlohmann::json read_front_matter_value(std::string_view written, FrontMatterStyle style);

// Tells whether a value goes on in the next line: within brackets, or TOML's quotes of three.
class OpenValue {
 public:
  explicit OpenValue(FrontMatterStyle style) : style_(style) {}

  void add_line(std::string_view line);
  bool open() const { return depth_ > 0 || in_quotes(); }
  bool in_quotes() const { return quote_ != 0 && triple_; }

 private:
  FrontMatterStyle style_;
  int depth_ = 0;
  char quote_ = 0;
  bool triple_ = false;  // TOML's quotes of three
  char before_ = 0;      // the last character that is no space, outside of quotes; 0: none
};

}  // namespace backfile
