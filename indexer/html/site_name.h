// The name of the site in a page's title: before or behind the headline, apart from it by a bar, a dash or the like.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Without the name of the site before or behind it: "Fog closes harbour | The Echo" -> "Fog closes harbour", and
// without `section` between the two. What stands apart is the name where it equals `publication`, or holds it, or is
// held in it; what only a mark without blanks parts off ("Fog closes harbour_The Echo", "… (The Echo)") where it equals
// it. Of pieces between bars that nobody names the first stays, if it has four words, else the one with most words.
std::string without_site_name(std::string_view title, std::string_view publication, std::string_view section = {});

// The last of these steps alone.
std::string without_unnamed_site(std::string_view title);

// "DailyEcho - Fog closes harbour" of dailyecho.example; "Fog closes harbour - sea.echo.example" of any site.
std::string without_host(const std::string& title, const std::string& host);

// What a title names behind its last bar or dash: often its site. Empty where nothing stands apart.
std::string_view last_piece_of_title(std::string_view title);

// What stands before that, else all of it.
std::string_view without_last_piece(std::string_view title);

// Is the piece of a title the name of the site, or one inside the other?
bool is_site_name(std::string_view piece, std::string_view publication);

// Is all of the title the name of the site or the address of its host?
bool is_nothing_but_site(std::string_view title, std::string_view publication, const std::string& host);

}  // namespace backfile
