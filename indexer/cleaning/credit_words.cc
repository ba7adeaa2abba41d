#include "indexer/cleaning/credit_words.h"

#include "index/fold.h"
#include "index/word_list.h"

namespace backfile {
namespace {

constexpr std::string_view kRoles[] = {
    "agence",     "agencia",    "agency",        "analyst",     "associated",    "bloomberg", "bureau",
    "chief",      "columnist",  "contributing",  "contributor", "correspondent", "daily",     "desk",
    "director",   "editor",     "expert",        "founder",     "officer",       "president", "professor",
    "specialist", "editorial",  "freelance",     "gazette",     "guardian",      "head",      "herald",
    "journal",    "journalist", "korrespondent", "magazine",    "manager",       "news",      "newspaper",
    "newsroom",   "post",       "press",         "producer",    "redaktion",     "redakteur", "reporter",
    "reuters",    "review",     "senior",        "service",     "special",       "staff",     "times",
    "tribune",    "writer",     "writers"};

constexpr std::string_view kEndingRoles[] = {"columnist", "contributor", "correspondent", "editor", "journalist",
                                             "producer",  "reporter",    "staff",         "writer"};

constexpr std::string_view kPartsOfRoles[] = {
    // Ranks
    "acting", "assistant", "associate", "deputy", "executive", "former", "managing",
    // Desks
    "affairs", "arts", "business", "city", "consumer", "crime", "defence", "defense", "diplomatic", "economics",
    "education", "energy", "environment", "finance", "foreign", "health", "home", "investigations", "legal", "media",
    "medical", "political", "politics", "religion", "science", "security", "sports", "tech", "technology", "transport",
    "travel", "world",
    // Places
    "africa", "asia", "beijing", "berlin", "brussels", "china", "europe", "india", "jerusalem", "moscow", "nairobi",
    "tokyo", "uk", "us", "washington", "westminster"};

constexpr std::string_view kStations[] = {"ABC", "AFP", "AP",  "BBC", "CBC", "CBS", "CNN", "ESPN",
                                          "ITV", "NBC", "NPR", "PBS", "RFI", "UPI", "USA"};

constexpr std::string_view kAgencies[] = {"adn",           "aap",
                                          "afp",           "agence france-presse",
                                          "agencias",      "agences",
                                          "agencies",      "agencje",
                                          "agencia efe",   "agenturen",
                                          "agenzie",       "anp",
                                          "ansa",          "ap",
                                          "apa",           "associated press",
                                          "belga",         "bloomberg news",
                                          "dpa",           "efe",
                                          "epd",           "europa press",
                                          "kna",           "lusa",
                                          "news agencies", "ntb",
                                          "pap",           "reuters",
                                          "ritzau",        "sid",
                                          "tass",          "the associated press",
                                          "upi",           "wire reports",
                                          "wire services", "wires",
                                          "xinhua"};

constexpr std::string_view kParticles[] = {"al",  "af",  "av",  "bin", "bint", "da",  "das", "de",
                                           "del", "den", "der", "di",  "do",   "dos", "du",  "el",
                                           "ibn", "la",  "of",  "ten", "van",  "von", "zu"};

constexpr std::string_view kPrepositions[] = {"for", "in",  "at",  "from", "with",  "on",   "special", "pour", "für",
                                              "en",  "aus", "à",   "para", "desde", "-",    "avec",    "mit",  "con",
                                              "com", "via", "med", "met",  "voor",  "från", "fra"};

constexpr std::string_view kInCapitals[] = {"for",  "from", "with", "special", "pour", "para",
                                            "avec", "mit",  "con",  "com",     "via"};

constexpr std::string_view kAccounts[] = {"admin",   "administrator", "webmaster", "editor",      "author",
                                          "root",    "user",          "guest",     "unknown",     "none",
                                          "null",    "undefined",     "wordpress", "superuser",   "siteadmin",
                                          "default", "lastupdated",   "last",      "websiteadmin"};

}  // namespace

bool is_role_word(std::string_view folded) { return is_one_of(folded, kRoles); }
bool is_ending_role(std::string_view folded) { return is_one_of(folded, kEndingRoles); }
bool is_part_of_role(std::string_view folded) { return is_one_of(folded, kPartsOfRoles); }
bool is_station(std::string_view word) { return is_one_of(word, kStations); }
bool is_agency(std::string_view folded) { return is_one_of(folded, kAgencies); }
bool is_particle(std::string_view folded) { return is_one_of(folded, kParticles); }
bool is_account(std::string_view letters) { return is_one_of(letters, kAccounts); }

bool is_preposition(std::string_view word, bool in_capitals) {
  return is_one_of(word, kPrepositions) || word == "For" || (in_capitals && is_one_of(fold(word), kInCapitals));
}

}  // namespace backfile
