#include "indexer/cleaning/calendar_words.h"

#include <algorithm>
#include <span>
#include <unordered_map>

namespace backfile {
namespace {

struct NumberedWord {
  std::string_view word;
  int number;
};

// The names of each month and their abbreviations, apart by spaces: English, French, German, Spanish, Italian,
// Portuguese, Dutch, the Scandinavian languages, Finnish, Hungarian, Romanian, Turkish, Russian, and Arabic as it is
// written in Egypt, the Maghreb and the Levant. What two languages share stands once.
constexpr std::string_view kMonths[12] = {
    "january jan janvier janv januar janner enero ene gennaio gen janeiro januari tammikuuta "
    "tammikuu ianuarie ian ocak oca января январь янв يناير جانفي ",
    "february feb fevrier fevr fev februar febrero febbraio fevereiro februari helmikuuta "
    "helmikuu febr februarie subat sub февраля февраль фев فبراير فيفري شباط ",
    "march mar mars marz mrz marzo marco maart mrt marts maaliskuuta maaliskuu marcius marc "
    "martie mart марта март мар مارس اذار ",
    "april apr avril avr abril abr aprile huhtikuuta huhtikuu aprilis aprilie nisan nis "
    "апреля апрель апр ابريل افريل نيسان ",
    "may mai mayo maggio mag maio mei maj toukokuuta toukokuu majus mayis мая май مايو ماي "
    "ايار ",
    "june jun juin juni junio giugno giu junho kesakuuta kesakuu junius iunie iun haziran haz "
    "июня июнь июн يونيو جوان حزيران ",
    "july jul juillet juil juli julio luglio lug julho heinakuuta heinakuu julius iulie iul "
    "temmuz tem июля июль июл يوليو جويلية تموز ",
    "august aug aout agosto ago augustus augusti elokuuta elokuu augusztus agustos agu "
    "августа август авг اغسطس اوت اب ",
    "september sep sept septembre septiembre setiembre settembre set setembro syyskuuta "
    "syyskuu szeptember szept septembrie eylul eyl сентября сентябрь сент сен سبتمبر ايلول ",
    "october oct octobre oktober okt octubre ottobre ott outubro out lokakuuta lokakuu "
    "octombrie ekim eki октября октябрь окт اكتوبر ",
    "november nov novembre noviembre novembro marraskuuta marraskuu noiembrie noi kasim kas "
    "ноября ноябрь нояб ноя نوفمبر ",
    "december dec decembre dezember dez diciembre dic dicembre dezembro desember des "
    "joulukuuta joulukuu decembrie aralik ara декабря декабрь дек ديسمبر ",
};

constexpr std::string_view kWeekdays =
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs "
    "fri sat sun "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa "
    "so "
    "lunes martes miercoles jueves viernes sabado domingo mie jue vie sab dom "
    "lunedi martedi mercoledi giovedi venerdi domenica gio segunda terca quarta quinta sexta "
    "feira seg ter qua qui sex "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo "
    "mandag tirsdag onsdag torsdag fredag lordag sondag tisdag man tir tirs ons tor tors fre "
    "lor son tis "
    "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina "
    "keskiviikkona torstaina "
    "perjantaina lauantaina sunnuntaina ti ke pe la su "
    "hetfo kedd szerda csutortok pentek szombat vasarnap "
    "luni marti miercuri joi vineri sambata duminica "
    "星期一 星期二 星期三 星期四 星期五 星期六 周一 周二 周三 周四 周五 周六 "
    "понедельник вторник среда четверг пятница суббота воскресенье среду пятницу субботу пн "
    "вт ср чт пт сб вс "
    "pazartesi sali carsamba persembe cuma cumartesi pazar "
    "الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد ";

constexpr std::string_view kFillers =
    "the of on at de del den der le el il em am um a las les op om kl klo klockan klokken "
    "klokka st nd rd th er re o e d ore ora alle la saat в г года год от م uur alkaen "
    "tarihinde 午前 上午 오전 "
    "en an jen jan i "  // Hungarian endings: "5-én"
    // Lithuanian, Latvian, Basque, Breton, Filipino, Ukrainian, Armenian, Yiddish
    "m r gada ko n ar ng ika ta на рік року р у о թ թվական טן ב "
    "ngay nam luc pukul tahun tanggal godz v u στισ วันที่ พ ศ น เวลา "  // Vietnamese, Indonesian, Polish, Czech, Greek,
                                                                      // Thai
    "付 付け 配信 公开 掲载 讯 电 ";

constexpr std::string_view kAfternoon[] = {"下午", "午后", "晚上", "오후", "مساء"};

// Of Japan and of the Republic of China: the year before the first of the era.
constexpr NumberedWord kEras[] = {{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"民国", 1911}};

constexpr NumberedWord kZones[] = {{"z", 0},      {"ut", 0},     {"utc", 0},    {"gmt", 0},
                                   {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300},
                                   {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420},
                                   {"cet", 60},   {"mez", 60},   {"cest", 120}, {"mesz", 120}};

constexpr std::string_view kTimeWords =
    "et ct mt pt bst ist jst kst hkt sgt msk мск eet eest wet west aest aedt acst acdt awst nzst nzdt sast eat wat "
    "cat ast adt akst akdt hst pkt wib wita wit ict pht npt trt brt art clt "
    "uhr h hrs hours local time standard daylight summer beijing eastern central mountain pacific moscow london ";

std::optional<int> number_of(std::string_view word, std::span<const NumberedWord> table) {
  const auto row = std::ranges::find(table, word, &NumberedWord::word);
  if (row == table.end()) return std::nullopt;
  return row->number;
}

void add_words(std::string_view words, int number, std::unordered_map<std::string_view, int>& index) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (end > begin) index.emplace(words.substr(begin, end - begin), number);
    begin = end + 1;
  }
}

using WordIndex = std::unordered_map<std::string_view, int>;

WordIndex index_of_months() {
  WordIndex index;
  for (int month = 1; month <= 12; ++month) add_words(kMonths[month - 1], month, index);
  return index;
}

WordIndex index_of_words(std::string_view words) {
  WordIndex index;
  add_words(words, 0, index);
  return index;
}

}  // namespace

std::optional<int> month_of_word(std::string_view folded) {
  static const WordIndex kIndex = index_of_months();
  const auto found = kIndex.find(folded);
  if (found == kIndex.end()) return std::nullopt;
  return found->second;
}

bool is_weekday(std::string_view folded) {
  static const WordIndex kIndex = index_of_words(kWeekdays);
  return kIndex.contains(folded);
}

bool is_date_filler(std::string_view folded) {
  static const WordIndex kIndex = index_of_words(kFillers);
  return kIndex.contains(folded);
}

std::optional<int> first_year_of_era(std::string_view folded) { return number_of(folded, kEras); }
bool is_afternoon(std::string_view folded) { return std::ranges::count(kAfternoon, folded) > 0; }
std::optional<int> offset_of_zone(std::string_view folded) { return number_of(folded, kZones); }
bool is_time_word(std::string_view folded) {
  static const WordIndex kIndex = index_of_words(kTimeWords);
  return kIndex.contains(folded);
}

}  // namespace backfile
