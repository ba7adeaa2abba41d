// Articles in many languages, as a reader meets them: one form finds the other, and the page marks what was written.
#include <doctest/doctest.h>

#include <set>

#include "tests/journey/programs.h"

using namespace backfile;

namespace {

// Two articles a language, so that each language holds more than a hundredth of the archive.
const std::vector<std::string> kArticles{
    R"({"id": "fr", "headline": "L'économie du port repart", "body": "Après deux ans de crise, les armateurs reviennent et le gouvernement promet des aides aux petites entreprises de la région."})",
    R"({"id": "fr2", "headline": "Aujourd'hui, les écluses ferment", "body": "Les éclusiers demandent de meilleurs salaires ; d'Alger à Dunkerque, les navires attendent depuis mardi matin devant les jetées."})",
    R"({"id": "de", "headline": "Straßen am Hafen werden gesperrt", "body": "Die alten Häuser am Kai müssen gestützt werden, sagte der Bürgermeister, und der Verkehr wird bis zum Herbst umgeleitet."})",
    R"({"id": "es", "headline": "Inundación en el barrio viejo", "body": "Los vecinos pasaron la noche en el colegio mientras los bomberos sacaban el agua de los sótanos y de las tiendas."})",
    R"({"id": "it", "headline": "Il traghetto dell'isola non parte", "body": "I passeggeri hanno aspettato sul molo tutta la notte perché il motore della nave si era rotto prima della partenza."})",
    R"({"id": "ru", "headline": "Ёлка на площади", "body": "Жители города нарядили дерево игрушками, а дети пели песни. Книги для школы подарил издатель из соседнего города."})",
    R"({"id": "tr", "headline": "Feribotlar İstanbul'da durdu", "body": "Kaptanlar fırtına yüzünden seferleri iptal etti. IRAK'tan gelen yolcular geceyi iskelede geçirdi ve sabah kitaplar okudu."})",
    R"({"id": "zh", "headline": "台湾渔船返港", "body": "渔民说，海上的风浪很大，发动机也坏了，他们在海上漂流了三天才等到救援船，家人在码头等候。"})",
    R"({"id": "zht", "headline": "臺灣漁會開會", "body": "漁民說，今年的烏魚比往年少，希望政府補助燃油，並且開放新的漁場，會議一直開到晚上才結束。"})",
    R"({"id": "ko", "headline": "항구 학교에서 수업 재개", "body": "태풍으로 문을 닫았던 섬의 학교가 다시 문을 열었고 학생들은 배를 타고 등교했다고 선생님이 말했다."})",
    R"({"id": "ja", "headline": "東京湾のフェリーが欠航", "body": "強い風のため朝から船が出ず、港には長い列ができた。自動車を運ぶ船も夕方まで動かなかったという。"})",
    R"({"id": "th", "headline": "น้ำท่วมท่าเรือกรุงเทพ", "body": "ฝนตกหนักตลอดทั้งคืนทำให้เรือข้ามฟากหยุดให้บริการ และนักเรียนต้องหยุดเรียนเป็นเวลาสองวัน"})",
    R"({"id": "nb", "language": "no", "headline": "Fergen står", "body": "Mannskapet venter."})",
    R"({"id": "en", "language": "en_US", "headline": "To be or not to be at sea", "body": "O'Brien and D'Amato sailed."})",
};

struct Archive {
  Archive() {
    std::string lines;
    for (const std::string& article : kArticles) lines += article + "\n";
    folder.write("news/a.jsonl", lines);
    REQUIRE(index_archive(folder.path() / "news", folder.path() / "index").exit == 0);
  }
  TemporaryFolder folder;
};

std::set<std::string> found(const Server& server, const std::string& query) {
  std::set<std::string> identifiers;
  for (const auto& hit : server.hits(query, {{"page_size", "50"}})) identifiers.insert(hit.at("identifier"));
  return identifiers;
}

using Ids = std::set<std::string>;

}  // namespace

TEST_CASE("in each language one form finds the other") {
  const Archive archive;
  const Server server(archive.folder.path() / "index");
  const std::vector<std::pair<const char*, Ids>> table{
      {"economie", {"fr"}},
      {"économies", {"fr"}},
      {"ALGER", {"fr2"}},
      {"écluse", {"fr2"}},
      {"l'entreprise", {"fr"}},
      {"strasse", {"de"}},
      {"Haus", {"de"}},
      {"inundaciones", {"es"}},
      {"inundacion", {"es"}},
      {"isola", {"it"}},
      {"traghetti", {"it"}},
      {"елка", {"ru"}},
      {"ёлки", {"ru"}},
      {"книгу", {"ru"}},
      {"istanbul", {"tr"}},
      {"irak", {"tr"}},
      {"kitap", {"tr"}},
      {"臺灣", {"zh", "zht"}},
      {"台湾", {"zh", "zht"}},
      {"渔民", {"zh", "zht"}},
      {"学校", {}},
      {"학교", {"ko"}},
      {"섬", {"ko"}},
      {"태풍", {"ko"}},
      {"東京", {"ja"}},
      {"自動車", {"ja"}},
      {"フェリー", {"ja"}},
      {"กรุงเทพ", {"th"}},
      {"นักเรียน", {"th"}},
      {"o'brien", {"en"}},
      {"amato", {"en"}},
      {"\"to be or not to be\"", {"en"}},
  };
  for (const auto& [query, expected] : table) {
    CAPTURE(query);
    CHECK(found(server, query) == expected);
  }
}

TEST_CASE("marks stand in the text as it was written") {
  const Archive archive;
  const Server server(archive.folder.path() / "index");
  const auto headline = [&](const char* query, const char* identifier) {
    for (const auto& hit : server.hits(query)) {
      if (hit.at("identifier") == identifier) return hit.at("headline_runs").dump();
    }
    return std::string("not found");
  };
  CHECK(headline("台湾", "zht") == R"([["臺灣",true],["漁會開會",false]])");
  CHECK(headline("economie", "fr") == R"([["L'",false],["économie",true],[" du port repart",false]])");
  CHECK(headline("학교", "ko") == R"([["항구 ",false],["학교",true],["에서 수업 재개",false]])");
}

TEST_CASE("a stated language is kept in one spelling, another is told from the text") {
  const Archive archive;
  const Server server(archive.folder.path() / "index");
  for (const auto& hit : server.hits("", {{"page_size", "50"}})) {
    CAPTURE(hit.at("identifier"));
    const std::string identifier = hit.at("identifier");
    std::string language = identifier == "fr2" ? "fr" : identifier;
    if (identifier == "zh") language = "zh-Hans";
    if (identifier == "zht") language = "zh-Hant";
    if (identifier == "en") language = "en-US";
    CHECK(hit.at("language") == language);
  }
  CHECK(found(server, "language:zh") == Ids{"zh", "zht"});
  CHECK(found(server, "language:zh-hant") == Ids{"zht"});
  CHECK(found(server, "language:no") == Ids{"nb"});
}

TEST_CASE("a changed word list publishes a new generation though no article changed") {
  const Archive archive;
  const auto stop_words = archive.folder.write("stop.txt", "the\n");
  const auto config = archive.folder.write(
      "c.json", "{\"archives\": [\"news\"], \"index\": \"index\", \"indexer\": {\"stop_words\": \"stop.txt\"}}");
  const std::vector<std::string> command{kIndexer, "index", "--config", config.string()};
  auto first = summary(run(command));
  CHECK(first["unchanged"] == std::to_string(kArticles.size()));
  CHECK(first["generation"].starts_with("00000002-"));
  CHECK(summary(run(command))["generation"] == first["generation"]);
  archive.folder.write("stop.txt", "the\nof\n");
  CHECK(summary(run(command))["generation"].starts_with("00000003-"));
  archive.folder.write("stop.txt", "of the\n");
  const Outcome wrong = run(command);
  CHECK(wrong.exit == 2);
  CHECK(wrong.err.find("stop.txt:1") != std::string::npos);
}
