// Writers of a page's article, out of credits as metadata and markup give them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// Names of one credit: "Posted by Ann Lee, Editor | 3 March 2025" -> "Ann Lee". None where it is an address, a handle,
// or the publication itself.
std::vector<std::string> writers_of(std::string_view credit, std::string_view publication);

// Names of a field that is kept for them, in which a number at the end belongs to a name ("Ann Mudlark 2"): on a page
// it counts comments or is of a date.
std::vector<std::string> writers_of_field(std::string_view field, std::string_view publication);

// An address, a handle of a network, a template that nobody has filled, a number, or nothing at all.
bool is_no_name(std::string_view credit);

// Words that stand where names do and announce them: "By", "Written by", "The author", "Insights from", "Image credit:
// …".
bool announces_names(std::string_view text);

// Is the first the second in short, as sites are called ("altimes.example" of "Aldermouth Lower Times")?
bool is_short_for(std::string_view site, std::string_view name);

// "The Echo Team": nobody by name.
bool is_team(std::string_view name);

// Two to five words that begin with capitals, but for short ones inside ("Ana de la Cruz"), none a day of the week; or
// an agency, which stands where persons do.
bool looks_like_person(std::string_view name);

// Do two names have a word in common?
bool shares_word(std::string_view a, std::string_view b);

// One word alone that begins with a capital, or a letter of a script without: a pen name, a first name, "Newsdesk".
bool is_word_of_name(std::string_view name);

}  // namespace backfile
