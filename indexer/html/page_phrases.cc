#include "indexer/html/page_phrases.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "index/fold.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestLine = 200;  // bytes

// All phrases are folded before they are compared. The whole of a name, or what it begins with where something follows
// behind a mark.
constexpr std::string_view kErrors[] = {
    "301 moved permanently", "302 found", "400 bad request", "401 unauthorized", "403 forbidden", "404", "404 error",
    "404 not found", "404 page not found", "404: not found", "404: page not found", "410 gone", "429 too many requests",
    "451: unavailable due to legal reasons", "500 internal server error", "502 bad gateway",
    "503 service temporarily unavailable", "503 service unavailable", "504 gateway time-out", "504 gateway timeout",
    "error 404", "moved permanently", "object moved", "not found", "page not found", "page unavailable",
    "service unavailable", "service temporarily unavailable", "unavailable due to legal reasons",
    "the page you requested could not be found", "we can't find that page", "sorry, we can't find that page",
    "sorry, we couldn't find that page", "oops! page not found", "oops! that page can't be found",
    // robots
    "access denied", "access to this page has been denied", "are you a robot?", "attention required!",
    "just a moment...", "pardon our interruption", "please verify you are a human",  // consent and passwords
    "before you continue", "cookie consent", "your privacy choices", "log in", "login", "sign in", "zustimmung",
    "einwilligung", "bevor sie fortfahren", "avant de continuer", "antes de continuar", "prima di continuare",
    "voordat je verdergaat",
    // other languages
    "page introuvable", "page non trouvee", "erreur 404", "seite nicht gefunden", "fehler 404", "pagina no encontrada",
    "error 404: pagina no encontrada", "pagina non trovata", "errore 404", "pagina nao encontrada", "erro 404",
    "pagina niet gevonden", "sidan hittades inte", "siden blev ikke fundet", "siden ble ikke funnet",
    "sivua ei loytynyt", "strona nie zostala znaleziona", "nie znaleziono strony", "stranka nenalezena",
    "страница не найдена", "ページが見つかりません", "お探しのページは見つかりません", "页面不存在", "找不到页面",
    "페이지를 찾을 수 없습니다"};

constexpr std::string_view kWallNames[] = {"subscribe to read", "subscribe to continue", "subscribe to unlock",
                                           "subscriber exclusive"};

// Parts of lines. "*" stands for anything.
constexpr std::string_view kNotices[] = {"enable js and disable any ad blocker",
                                         "enable javascript and cookies to continue",
                                         "checking your browser before",
                                         "let us know you're not a robot",
                                         "made us think you were a bot",
                                         "verify that you are not a robot",
                                         "has not archived that url",
                                         "this domain is for sale"};

constexpr std::string_view kWalls[] = {
    // English
    "to continue reading", "to read the full", "to read the rest of this", "to keep reading",
    "continue reading * subscription", "subscribe * to read", "subscribe * to unlock", "for subscribers only",
    "subscribers only", "article is for subscribers", "content is for subscribers", "reserved for subscribers",
    "exclusive to subscribers", "exclusive for subscribers", "already a subscriber", "already have a subscription",
    // French
    "reserve aux abonnes", "reservee aux abonnes", "reserves aux abonnes", "reservee a nos abonnes",
    "reserve a nos abonnes", "il vous reste * a lire", "pour lire la suite", "abonnez-vous pour", "deja abonne",
    // German
    "weiterlesen mit", "jetzt * weiterlesen", "testen und weiterlesen", "um weiterzulesen", "jetzt abo testen",
    "nur fur abonnenten", "exklusiv fur abonnenten", "diesen artikel lesen? jetzt", "zugang zu allen * artikeln",
    "bereits abonnent", "schon abonnent",
    // Spanish
    "suscribete para", "para seguir leyendo", "para continuar leyendo", "exclusivo para suscriptores",
    "solo para suscriptores", "ya eres suscriptor",
    // Italian
    "riservato agli abbonati", "riservata agli abbonati", "per continuare a leggere", "abbonati per leggere",
    "sei gia abbonato",
    // Portuguese
    "exclusivo para assinantes", "restrito a assinantes", "exclusivo de assinantes", "assine para",
    "para continuar lendo", "ja e assinante",
    // Dutch
    "verder lezen?", "om verder te lezen", "word abonnee", "al abonnee?", "alleen voor abonnees",
    "exclusief voor abonnees",
    // Swedish, Danish, Norwegian
    "bli prenumerant", "redan prenumerant", "for prenumeranter", "bliv abonnent", "bli abonnent", "kun for abonnenter",
    "allerede abonnent",
    // Polish, Czech, Finnish
    "dla prenumeratorow", "pro predplatitele", "vain tilaajille",
    // Russian
    "для подписчиков", "только подписчикам", "оформите подписку",
    // Japanese, Chinese, Korean
    "有料記事", "会員限定", "有料会員", "残り*文字", "付费文章", "付费内容", "付费阅读", "付费后", "订阅后",
    "구독자 전용", "유료 회원"};

// Do the parts of the phrase stand in the text in their order?
bool says(std::string_view folded, std::string_view phrase) {
  for (std::size_t at = 0; !phrase.empty();) {
    const std::size_t gap = std::min(phrase.find('*'), phrase.size());
    std::string_view part = phrase.substr(0, gap);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    at = folded.find(part, at);
    if (at == std::string_view::npos) return false;
    at += part.size();
    phrase.remove_prefix(std::min(gap + 1, phrase.size()));
  }
  return true;
}

std::vector<std::string> folded_all(std::span<const std::string_view> phrases) {
  std::vector<std::string> folded;
  for (std::string_view phrase : phrases) folded.push_back(fold(phrase));
  return folded;
}

bool says_any(std::string_view line, const std::vector<std::string>& phrases) {
  if (line.size() > kLongestLine) return false;
  const std::string folded = fold(line);
  return std::ranges::any_of(phrases, [&](const std::string& phrase) { return says(folded, phrase); });
}

bool is_called(std::string_view folded, const std::vector<std::string>& names) {
  return std::ranges::any_of(names, [&](const std::string& name) {
    if (!folded.starts_with(name)) return false;
    const std::size_t next = folded.find_first_not_of(' ', name.size());
    if (next == std::string::npos) return true;
    const bool mark = std::string_view("|-.!").find(folded[next]) != std::string_view::npos;
    return mark && (next + 1 == folded.size() || folded[next + 1] == ' ');  // not "404.5 million left homeless"
  });
}

}  // namespace

NamedPage name_of_page(std::string_view title) {
  static const std::vector<std::string> errors = folded_all(kErrors);
  static const std::vector<std::string> walls = folded_all(kWallNames);
  if (title.size() > kLongestLine) return {};
  std::string folded = fold_label(title);
  while (folded.ends_with('.') && !folded.ends_with("...")) folded.pop_back();
  bool is_first = true;
  for (std::string_view rest = folded;; is_first = false) {
    if (is_called(rest, errors)) return {PageName::error, is_first};
    if (is_called(rest, walls)) return {PageName::wall, is_first};
    std::size_t next = rest.size();
    for (std::string_view mark : {" | ", " - ", " – ", " — ", " · "}) {
      const std::size_t found = rest.find(mark);
      if (found != std::string_view::npos) next = std::min(next, found + mark.size());
    }
    rest.remove_prefix(next);
    if (rest.empty()) return {};
  }
}

bool is_notice(std::string_view line) {
  static const std::vector<std::string> notices = folded_all(kNotices);
  return says_any(line, notices);
}

bool is_wall(std::string_view line) {
  static const std::vector<std::string> walls = folded_all(kWalls);
  return says_any(line, walls);
}

}  // namespace backfile
