#include "server/http/formats/bibtex.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>

using namespace backfile;

TEST_CASE("what TeX would take for something else is a command, and braces always balance") {
  CHECK(tex_text("50% of $5 & #1 a_b") == "50\\% of \\$5 \\& \\#1 a\\_b");
  CHECK(tex_text("~ ^ \\") == "\\textasciitilde{} \\textasciicircum{} \\textbackslash{}");
  CHECK(tex_text("{") == "\\textbraceleft{}");
  CHECK(tex_text("}}") == "\\textbraceright{}\\textbraceright{}");
  CHECK(tex_text(" one\r\n\ttwo\x01 ") == "one two");
  CHECK(tex_text("稀土 السفن 🚢 \"é\"") == "稀土 السفن 🚢 \"é\"");
  for (const std::string text : {"{", "}", "{{}", "\\{", "a}b{c"}) {
    CAPTURE(text);
    const std::string escaped = tex_text(text);
    CHECK(std::ranges::count(escaped, '{') == std::ranges::count(escaped, '}'));
  }
}

TEST_CASE("an entry of BibTeX has whatever is known") {
  Article article;
  article.id = "abcdefghijklmnop";
  article.url = "https://gazette.example/a{b}%20c_d#e f";
  article.headline = "Tugs & {barges}";
  article.byline = {"Li Xiao", "Smith and Sons", "Nour, H."};
  article.published = *parse_iso_date("2025-03-03T19:00:00+08:00");
  article.publication = "Harbour_Gazette";
  article.topics = {"labour", "50%"};
  article.language = "en";
  article.summary = {"No tug moved.", "Talks go on."};
  CHECK(bibtex_entry(article) == R"(@article{abcdefghijklmnop,
  author = {Li Xiao and {Smith and Sons} and {Nour, H.}},
  title = {{Tugs \& \textbraceleft{}barges\textbraceright{}}},
  journal = {Harbour\_Gazette},
  date = {2025-03-03},
  year = {2025},
  month = mar,
  day = {3},
  url = {https://gazette.example/a%7Bb%7D%20c_d#e%20f},
  language = {en},
  keywords = {labour, 50\%},
  abstract = {No tug moved. Talks go on.}
}

)");
}

TEST_CASE("what is not known is no field of BibTeX, and a date is no more precise than it is known") {
  Article article;
  article.id = "abc";
  CHECK(bibtex_entry(article) == "@misc{abc\n}\n\n");
  article.published = make_date(2025);
  CHECK(bibtex_entry(article) == "@misc{abc,\n  date = {2025},\n  year = {2025}\n}\n\n");
  article.published = make_date(2025, 12);
  CHECK(bibtex_entry(article) == "@misc{abc,\n  date = {2025-12},\n  year = {2025},\n  month = dec\n}\n\n");
}
