// The words that stand in credits besides names, and the small ones inside of names: roles, papers, agencies, places of
// correspondents, what a name is followed by. All are asked for folded (index/fold.h), but where it says otherwise.
#pragma once

#include <string_view>

namespace backfile {

// Of roles and papers: a piece behind a comma that holds one is no person.
bool is_role_word(std::string_view folded);

// Of these, those that are no surnames ("reporter", but not "editor" of "head").
bool is_ending_role(std::string_view folded);

// What stands before a role and belongs to it: a rank, a desk, a place ("deputy", "politics", "washington").
bool is_part_of_role(std::string_view folded);

// "BBC", as written.
bool is_station(std::string_view word);

// A news agency, or agencies without a name: "dpa", "agence france-presse", "wire services".
bool is_agency(std::string_view folded);

// A small word that names have inside: "van", "de".
bool is_particle(std::string_view folded);

// As written: what follows it behind a name is no part of it ("Ann Lee in Paris", "Anne Lis avec AFP"). In a name in
// capitals ("ANN LEE FOR THE ECHO") those count that are in no name ("KIM IN SOOK").
bool is_preposition(std::string_view word, bool in_capitals);

// An account of a program, or what programs write where there is nobody: "admin", "null".
bool is_account(std::string_view letters);

}  // namespace backfile
