#include "server/http/formats/ris.h"

#include <doctest/doctest.h>

#include <ostream>

using namespace backfile;

TEST_CASE("an entry of RIS has a tag for whatever is known, each on a line of its own") {
  Article article;
  article.id = "abcdefghijklmnop";
  article.identifier = "HG-1";
  article.url = "https://gazette.example/tugs?a=1&b=2";
  article.headline = "Tugs fall\r\nsilent \t ER  - \n";
  article.byline = {"Li Xiao", "H. Nour"};
  article.published = *parse_iso_date("2025-03-03T19:00:00+08:00");
  article.publication = "Harbour Gazette";
  article.section = "Port";
  article.topics = {"labour", "السفن"};
  article.language = "en";
  article.summary = {"No tug moved.", "\x01Talks go on 🚢."};
  CHECK(ris_entry(article) ==
        "TY  - NEWS\r\nID  - abcdefghijklmnop\r\nTI  - Tugs fall silent ER -\r\nAU  - Li Xiao\r\nAU  - H. Nour\r\n"
        "T2  - Harbour Gazette\r\nSE  - Port\r\nPY  - 2025\r\nDA  - 2025/03/03/\r\n"
        "UR  - https://gazette.example/tugs?a=1&b=2\r\nAN  - HG-1\r\nLA  - en\r\nKW  - labour\r\nKW  - السفن\r\n"
        "AB  - No tug moved. Talks go on 🚢.\r\nER  - \r\n\r\n");
}

TEST_CASE("a date of RIS is no more precise than it is known, and an unknown one is not there") {
  Article article;
  article.id = "abc";
  CHECK(ris_entry(article) == "TY  - NEWS\r\nID  - abc\r\nER  - \r\n\r\n");
  article.published = make_date(2025);
  CHECK(ris_entry(article).find("DA  - 2025///\r\n") != std::string::npos);
  article.published = make_date(2025, 3);
  CHECK(ris_entry(article).find("DA  - 2025/03//\r\n") != std::string::npos);
  article.published = make_date(2025, 3, 4);
  CHECK(ris_entry(article).find("DA  - 2025/03/04/\r\n") != std::string::npos);
}
