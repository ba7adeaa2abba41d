#include "indexer/cleaning/language.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

using namespace backfile;

namespace {

std::string detected(const char* text) {
  Article article;
  article.body = {text};
  return detect_language(article);
}

}  // namespace

TEST_CASE("the language of a few sentences is told, with its script where Chinese") {
  const std::vector<std::pair<const char*, const char*>> table{
      {"en", "The harbour board closed the north quay on Monday after divers found cracks below the water line."},
      {"fr", "Le conseil du port a fermé lundi le quai nord, après que des plongeurs ont trouvé des fissures."},
      {"de",
       "Die Hafenbehörde hat am Montag den Nordkai gesperrt, nachdem Taucher unter Wasser Risse gefunden hatten."},
      {"es", "La autoridad portuaria cerró el lunes el muelle norte tras hallar los buzos grietas bajo el agua."},
      {"it", "L'autorità portuale ha chiuso lunedì il molo nord dopo che i sommozzatori hanno trovato delle crepe."},
      {"ru", "Управление порта закрыло в понедельник северный причал: водолазы нашли под водой трещины."},
      {"tr", "Liman idaresi, dalgıçların su altında çatlaklar bulması üzerine pazartesi günü kuzey rıhtımını kapattı."},
      {"nb", "Havnestyret stengte den nordlige kaia mandag etter at dykkere hadde funnet sprekker under vannet."},
      {"he", "רשות הנמל סגרה ביום שני את הרציף הצפוני לאחר שצוללנים מצאו סדקים מתחת לקו המים."},
      {"zh-Hans", "港务局周一关闭了北码头，因为潜水员在水下发现了裂缝。修理工作预计需要三个星期。"},
      {"zh-Hant", "港務局週一關閉了北碼頭，因為潛水員在水下發現了裂縫。修理工作預計需要三個星期。"},
      {"ja", "港湾局は月曜日、潜水士が水面下にひび割れを見つけたため、北埠頭を閉鎖した。"},
      {"ko", "항만청은 잠수부들이 물 아래에서 균열을 발견한 뒤 월요일에 북쪽 부두를 폐쇄했다."},
      {"th", "การท่าเรือปิดท่าเทียบเรือฝั่งเหนือเมื่อวันจันทร์ หลังนักดำน้ำพบรอยร้าวใต้น้ำ"},
  };
  for (const auto& [language, text] : table) {
    CAPTURE(text);
    CHECK(detected(text) == language);
  }
}

TEST_CASE("Chinese phrases inside English do not make it Chinese, nor English names inside Chinese English") {
  CHECK(detected("The slogan of the fair, 科技创新引领未来, was painted on every wall of the hall, and the mayor "
                 "read it out twice before the ministers of 中华人民共和国 were led to their seats by the stewards.") ==
        "en");
  CHECK(
      detected(
          "会议由 World Trade Organization 主办，来自三十个国家的代表讨论了稀土出口的新规定，并将在下个月公布结果。") ==
      "zh-Hans");
}

TEST_CASE("what is short, mixed or no language has none") {
  CHECK(detected("") == "");
  CHECK(detected("Reuters") == "");
  CHECK(detected("Shr 12 cts vs 10 cts") == "");
  CHECK(detected("1 234,5 67 89 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31") == "");
  CHECK(detected("The harbour board closed the north quay on Monday after divers found cracks in it. Le conseil du "
                 "port a fermé lundi le quai nord, après que des plongeurs y ont trouvé des fissures.") == "");
}

TEST_CASE("headline and summary count, boilerplate does not") {
  Article article;
  article.headline = "Divers find cracks below the water line of the north quay in the old harbour";
  article.headline_from = HeadlineFrom::metadata;
  CHECK(detect_language(article) == "en");
  article.boilerplate.assign(50, "Abonnez-vous à notre lettre d'information pour tout savoir sur votre région.");
  CHECK(detect_language(article) == "en");
}
