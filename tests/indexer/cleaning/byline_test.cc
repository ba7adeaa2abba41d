#include "indexer/cleaning/byline.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace backfile;

namespace {

using Names = std::vector<std::string>;

struct Case {
  std::string line;
  Names names;
};

}  // namespace

TEST_CASE("names of a byline on a page") {
  const std::vector<Case> table{
      {"By Daniel", {"Daniel"}},
      {"BY DANIEL OKORO", {"DANIEL OKORO"}},
      {"By Ann Lee and Bo Chan", {"Ann Lee", "Bo Chan"}},
      {"By Ann Lee, Bo Chan and Cy Diaz", {"Ann Lee", "Bo Chan", "Cy Diaz"}},
      {"By Ann Lee & Bo Chan", {"Ann Lee", "Bo Chan"}},
      {"By Ann Lee, Asia Editor", {"Ann Lee"}},
      {"By Ann Lee, Senior Correspondent at The Harbour Post", {"Ann Lee"}},
      {"By Ann Lee, Reporter, and Bo Chan, Editor", {"Ann Lee", "Bo Chan"}},
      {"By Ann Lee in Paris and Bo Chan in Rome", {"Ann Lee", "Bo Chan"}},
      {"By Ann Lee for The Harbour Post", {"Ann Lee"}},
      {"By Ann Lee for the Centre for Tides", {"Ann Lee"}},
      {"By Ann Lee, senior reporter for The Echo, and Bo Chan", {"Ann Lee", "Bo Chan"}},
      {"By Ann Lee, Reuters", {"Ann Lee"}},
      {"By Ann Lee, Beijing", {"Ann Lee"}},
      {"By Ann Lee, Head of Tides and Harbour Works", {"Ann Lee"}},
      {"By Ann Lee Echo.com Archive", {"Ann Lee"}},
      {"By Ann Lee (Reuters)", {"Ann Lee"}},
      {"By Ann Lee - The Harbour Post", {"Ann Lee"}},
      {"By Ann Lee | The Harbour Post", {"Ann Lee"}},
      {"By Ann Lee ann.lee@example.com", {"Ann Lee"}},
      {"By Marit van der Wiel", {"Marit van der Wiel"}},
      {"By Seán O’Brien and Loretta Kimball-Nuñez", {"Seán O’Brien", "Loretta Kimball-Nuñez"}},
      {"By Dr. Ann Lee", {"Dr. Ann Lee"}},
      {"By Ann Lee BBC News, Selwyn", {"Ann Lee"}},
      {"By Jean Pierre DUPONT", {"Jean Pierre DUPONT"}},
      {"By By Ann Lee", {"Ann Lee"}},
      {"By Staff Writer", {"Staff Writer"}},
      {"By The Associated Press", {"The Associated Press"}},
      {"Written by Ann Lee", {"Ann Lee"}},
      {"Author: Ann Lee", {"Ann Lee"}},
      {"Par Solène Hautecœur et Luc Petit", {"Solène Hautecœur", "Luc Petit"}},
      {"Von Beat Zgraggen und Eva Roth", {"Beat Zgraggen", "Eva Roth"}},
      {"Por Inés Prado y Luis Mora", {"Inés Prado", "Luis Mora"}},
      {"作者：李晓", {"李晓"}},
      {"记者：王海 陈思", {"王海 陈思"}},
      {"Scris de Ana Pop", {"Ana Pop"}},
      {"Geschreven door Jan de Boer en Piet Bakker", {"Jan de Boer", "Piet Bakker"}},
      {"Skrevet av Kari Dahl og Ola Berg", {"Kari Dahl", "Ola Berg"}},
      {"Skriven av Eva Lund och Bo Ek", {"Eva Lund", "Bo Ek"}},
      {"Scritto da Anna Neri e Ugo Bini", {"Anna Neri", "Ugo Bini"}},
      {"Kirjoittaja: Aino Salo", {"Aino Salo"}},
      {"Írta: Kovács Anna", {"Kovács Anna"}},
      {"Автор: Анна Серова и Пётр Ильин", {"Анна Серова", "Пётр Ильин"}},
      {"Yazan: Ayşe Kaya ve Can Demir", {"Ayşe Kaya", "Can Demir"}},
      {"著者：高梨陽子", {"高梨陽子"}},
      {"بقلم سلوى الدباغ", {"سلوى الدباغ"}},
      {"作者：李晓、王海", {"李晓", "王海"}},
      {"By Ann Lee For TheHarbour", {"Ann Lee"}},
      {"BY ANN LEE FOR THEHARBOUR", {"ANN LEE"}},
      {"BY KIM IN SOOK", {"KIM IN SOOK"}},
      {"By Ann Lee and agencies", {"Ann Lee"}},
      {"By Ann Lee, in Selwyn", {"Ann Lee"}},
      {"By Reuters", {"Reuters"}},
      {"Par AFP", {"AFP"}},
      {"Par Anne Lis avec AFP", {"Anne Lis"}},
      {"Par Jean-Luc d’Orbec", {"Jean-Luc d’Orbec"}},
      {"By Omar al-Sabah", {"Omar al-Sabah"}},
      {"Ein Kommentar von Eva Roth", {"Eva Roth"}},
      {"Eine Analyse von Eva Roth", {"Eva Roth"}},
      {"Redacción: Inés Prado", {"Inés Prado"}},
      {"Reporter: Ann Lee", {"Ann Lee"}},
      {"Journalist: Ann Lee", {"Ann Lee"}},
      {"Muhabir: Can Demir", {"Can Demir"}},
      {"Автор Анна Серова", {"Анна Серова"}},
      {"Аутор: Ана Јовић", {"Ана Јовић"}},
      {"Piše: Ana Horvat i Ivo Babić", {"Ana Horvat", "Ivo Babić"}},
      {"Autorius: Jonas Kalnas", {"Jonas Kalnas"}},
      {"Oleh Budi Santosa", {"Budi Santosa"}},
      {"Penulis: Budi Santosa dan Siti Rahma", {"Budi Santosa", "Siti Rahma"}},
      {"Tác giả: Nguyễn Văn An", {"Nguyễn Văn An"}},
      {"लेखक: राम शर्मा", {"राम शर्मा"}},
      {"โดย สมชาย ใจดี", {"สมชาย ใจดี"}},
      {"نویسنده: علی رضایی", {"علی رضایی"}},
      {"الكاتب: سلوى الدباغ", {"سلوى الدباغ"}},
      {"מאת דנה כהן", {"דנה כהן"}},
      {"撰文：李晓", {"李晓"}},
      {"文 / 李晓", {"李晓"}},
      {"文＝高梨陽子", {"高梨陽子"}},
      {"取材・文／高梨陽子", {"高梨陽子"}},
      {"ライター：高梨陽子", {"高梨陽子"}},
      {"di Anna Neri", {"Anna Neri"}},
      {"Di Anna Neri e Ugo Bini", {"Anna Neri", "Ugo Bini"}},
      {"Door Jan de Boer", {"Jan de Boer"}},
      {"Door Jan Bakker en Piet van Dam", {"Jan Bakker", "Piet van Dam"}},
      {"Av Eva Lund och Bo Ek", {"Eva Lund", "Bo Ek"}},
      {"Af Kari Dahl", {"Kari Dahl"}},
      {"Av Kari Dahl", {"Kari Dahl"}},
      // No bylines:
      {"By Admin", {}},
      {"By Monday, in Selwyn", {}},
      {"Di Maria Wins", {}},
      {"Door County Fair", {}},
      {"Av Lund", {}},
      {"av Eva Lund vann igen", {}},
      {"Di Maria e Neri", {}},
      {"Reporter Ann Lee", {}},
      {"Par for the course", {}},
      {"Di Maria Rossi Wins Again", {}},
      {"Author Ann Lee", {}},
      {"Text of the treaty", {}},
      {"", {}},
      {"By", {}},
      {"By ", {}},
      {"Ann Lee", {}},
      {"By the end of the year exports fell", {}},
      {"By Monday prices had fallen", {}},
      {"By Friday, prices had fallen", {}},
      {"By March 2025", {}},
      {"By Ann Lee went the prize.", {}},
      {"Von der Leyen warnt vor Zöllen", {}},
      {"Bypass closed", {}},
  };
  for (const Case& row : table) {
    CAPTURE(row.line);
    CHECK(names_of_byline(row.line) == row.names);
  }
}

TEST_CASE("names of a credit in metadata") {
  const std::vector<Case> table{
      {"By Ann Lee Science reporter, BBC News", {"Ann Lee"}},
      {"Ann Lee Home affairs correspondent", {"Ann Lee"}},
      {"Ann Lee", {"Ann Lee"}},
      {"By Ann Lee", {"Ann Lee"}},
      {"Ann Lee, Bo Chan", {"Ann Lee", "Bo Chan"}},
      {"Ann Lee; Bo Chan", {"Ann Lee", "Bo Chan"}},
      {"Ann Lee and Ann Lee", {"Ann Lee"}},
      {"Lee, Ann", {"Lee, Ann"}},
      {"LAPALU, N., Simon, A.", {"LAPALU, N.", "Simon, A."}},
      {"van der Wiel, M.-J., Lee, A. B.", {"van der Wiel, M.-J.", "Lee, A. B."}},
      {"Ann Lee, Director of Tides, Harbour Works", {"Ann Lee"}},
      {"Ann Lee, Reporter, Bo Chan, Editor", {"Ann Lee", "Bo Chan"}},
      {"Ann Lee, Ph.D.", {"Ann Lee"}},
      {"Ann Lee, M.D. FACP, Bo Chan, MSc", {"Ann Lee", "Bo Chan"}},
      {"ANN LEE, BO LI", {"ANN LEE", "BO LI"}},
      {"Martin Hale, Jr., Ann Lee", {"Martin Hale Jr.", "Ann Lee"}},
      {"John E Smith", {"John E Smith"}},
      {"Bruno (Henrique) Alves", {"Bruno (Henrique) Alves"}},
      {"Ann Lee (The Harbour Post)", {"Ann Lee"}},
      {"Ann Lee (https://example.com/ann/)", {"Ann Lee"}},
      {"Human in the Loop", {"Human in the Loop"}},
      {"Von der Leyen", {"Von der Leyen"}},
      {"Di Maria", {"Di Maria"}},
      {"di Anna Neri", {"Anna Neri"}},
      {"door Jan de Boer", {"Jan de Boer"}},
      {"admin", {"admin"}},
      {"Ann Lee, Staff Writer", {"Ann Lee"}},
      {"Ann Lee Staff Writer", {"Ann Lee"}},
      {"Ann Lee Associated Press", {"Ann Lee"}},
      {"Ann Lee AP Reporter", {"Ann Lee"}},
      {"Ann Mary Lee Reporter", {"Ann Mary Lee"}},
      {"Ann Mary Post", {"Ann Mary Post"}},
      {"Ann Writer", {"Ann Writer"}},
      {"Ann Lee Editor", {"Ann Lee Editor"}},
      {"Lower Sound News Agency", {"Lower Sound News Agency"}},
      {"Aldermouth Daily News", {"Aldermouth Daily News"}},
      {"Bank of England", {"Bank of England"}},
      {"Institute for Tides and Harbours", {"Institute for Tides and Harbours"}},
      {"Ann Lee, Institute for Tides and Harbours", {"Ann Lee"}},
      {"Echo.com Archive", {"Echo.com Archive"}},
      {"Ann Lee Echo.com. Archive", {"Ann Lee"}},
      {"Harbour Office and Bo Chan", {"Harbour Office", "Bo Chan"}},
      {"Ann Lee and Institute for Tides", {"Ann Lee", "Institute for Tides"}},
      {"سلوى الدباغ", {"سلوى الدباغ"}},
      {"高梨陽子", {"高梨陽子"}},
      {"李晓、王海", {"李晓", "王海"}},
      {"김가온, 이나래", {"김가온", "이나래"}},
      {"Lee, Ann; Ek, Bo Per", {"Lee, Ann", "Ek, Bo Per"}},
      {"Lee, Ann and Ek, Bo", {"Lee, Ann", "Ek, Bo"}},
      {"Ann Lee, Bo Ek; Cy Diaz, Di Eng", {"Ann Lee", "Bo Ek", "Cy Diaz", "Di Eng"}},
      {"Ann Lee|Bo Ek", {"Ann Lee", "Bo Ek"}},
      {"Anne Lis avec AFP", {"Anne Lis"}},
      {"Eva Roth mit AFP und dpa", {"Eva Roth"}},
      {"Inés Prado con información de EFE", {"Inés Prado"}},
      {"Inês Prado, com agências", {"Inês Prado"}},
      {"Jan Bakker via ANP", {"Jan Bakker"}},
      {"Ann Lee and agencies", {"Ann Lee"}},
      {"Eva Roth/dpa", {"Eva Roth"}},
      {"Inés Prado / EFE", {"Inés Prado"}},
      {"Ann Lee Reuters", {"Ann Lee"}},
      {"AFP", {"AFP"}},
      {"AFP, dpa", {"AFP"}},
      {"Ann Lee Deputy Political Editor", {"Ann Lee"}},
      {"Ann Lee Washington correspondent", {"Ann Lee"}},
      {"Ann Lee Washington", {"Ann Lee Washington"}},
      {"Jan Novák a Eva Malá", {"Jan Novák", "Eva Malá"}},
      {"Anna Nowak i Jan Kowalski", {"Anna Nowak", "Jan Kowalski"}},
      {"Ірина Коваль та Олег Бондар", {"Ірина Коваль", "Олег Бондар"}},
      {"Ana Pop și Ion Rusu", {"Ana Pop", "Ion Rusu"}},
      {"Kovács Anna és Nagy Péter", {"Kovács Anna", "Nagy Péter"}},
      {"INÉS PRADO Y LUIS MORA", {"INÉS PRADO", "LUIS MORA"}},
      {"Inés y Luis", {"Inés", "Luis"}},
      {"Mora y compañía", {"Mora y compañía"}},
      {"Luis Mora y Prado", {"Luis Mora y Prado"}},
      {"Luis Mora y Prado y Ana Pop Ruiz", {"Luis Mora y Prado", "Ana Pop Ruiz"}},
      {"Find a Pilot", {"Find a Pilot"}},
      {"How to Build a Model Ship", {"How to Build a Model Ship"}},
      {"https://example.com/authors/ann", {}},
      {"ann@example.com", {}},
      {"", {}},
      {" , and , ", {}},
  };
  for (const Case& row : table) {
    CAPTURE(row.line);
    CHECK(names_of_credit(row.line) == row.names);
  }
}

TEST_CASE("a signature is one to three capitalised words") {
  for (const std::string line : {"Daniel", "Ann Lee", "Ann Maria Lee", "Marit van Dam", "Seán O’Brien"}) {
    CAPTURE(line);
    CHECK(name_of_signature(line) == line);
  }
  CHECK(name_of_signature("— Ann Lee") == "Ann Lee");
  for (const std::string line : {"", "daniel", "ENDS", "The End", "Daniel.", "Ann, Lee", "A Very Long Name",
                                 "Conclusion", "Ann 2025", "Released Wednesday", "Share", "What Next"}) {
    CAPTURE(line);
    CHECK(name_of_signature(line) == "");
  }
}
