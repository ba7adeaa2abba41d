// Pages that are no article (html/page_verdict.h), by what they say (html/page_phrases.h).
#include "indexer/html/page_verdict.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/html/page_phrases.h"
#include "tests/indexer/readers/harbour_page.h"

using namespace backfile;

namespace {

std::string reason_of(const std::string& page) {
  const ReadItem item = read(page);
  const auto* rejection = std::get_if<Rejection>(&item);
  return rejection ? std::string(reason_name(rejection->reason)) : "article";
}

}  // namespace

TEST_CASE("pages that are no article are rejected with a reason, and doubtful ones are kept") {
  std::string front;
  for (int i = 0; i < 12; ++i) {
    front += "<div><h3><a href=/a>Ships wait outside of port " + std::to_string(i) +
             "</a></h3><p>Forty ships wait in the "
             "fog for a pilot.</p></div>";
  }
  struct Case {
    std::string name;
    std::string page;
    std::string reason;
  };
  const Case cases[] = {
      {"nothing", "", "empty"},
      {"tags alone", "<html><body><div></div>", "empty"},
      {"an error", page_with("<title>404 Not Found</title>", "<h1>Page not found</h1><p>It may have moved.</p>"),
       "error_page"},
      {"an error with the name of the site", page_with("", "<h1>404 - The Echo</h1><p>It may have moved.</p>"),
       "error_page"},
      {"a short article on many", page_with("", "<h1>404.5 million wait for a ship</h1>" + kFirst), "article"},
      {"a short article on a long report", page_with("", "<h1>404-page report on fog</h1>" + kFirst), "article"},
      {"an article on errors",
       page_with("", "<h1>Access denied: how ports lock out small ships</h1>" + kText + kText + kText + kText),
       "article"},
      {"a front page", page_with("<title>The Echo</title>", front), "not_an_article"},
      {"a page with many links that calls itself an article",
       page_with("<meta property=og:type content=article>", front), "article"},
      {"a stub", page_with("", "<h1>Fog</h1>" + kFirst + "<div class=paywall>Subscribe to continue reading</div>"),
       "paywalled_stub"},
      {"a stub of a text for subscribers",
       page_with("", "<h1>Fog</h1>" + kFirst + "<p>Available to subscribers of the Echo</p>"), "paywalled_stub"},
      {"a short article on subscribers of another kind",
       page_with("",
                 "<h1>Fog</h1><p>The tide table will be available to all subscribers of the port from Monday on, "
                 "the harbour master said.</p>" +
                     kFirst),
       "article"},
      {"a short article with an offer to others than subscribers",
       page_with("", "<h1>Fog</h1>" + kFirst + "<p>Available to all readers of the Echo</p>"), "article"},
      {"a short article far above an offer",
       page_with("", "<h1>Fog</h1>" + kFirst +
                         "<ul><li>1<li>2<li>3<li>4<li>5<li>6<li>7<li>8<li>9<li>10<li>11</ul>"
                         "<p>Subscribe to continue reading</p>"),
       "article"},
      {"an offer between its paragraphs",
       page_with("", "<h1>Fog</h1>" + kFirst + "<div class=paywall>Subscribe to continue reading</div>" +
                         "<p>Nobody was hurt, said the harbour master on Monday morning.</p>"),
       "paywalled_stub"},
      {"a short article on a page that asks subscribers to sign in",
       page_with("", "<div class=top>Already a subscriber?</div><h1>Fog</h1>" + kFirst), "article"},
      {"a whole text with an offer",
       page_with("", "<h1>Fog</h1>" + kText + kText + kText + "<div>Subscribe to continue reading</div>"), "article"},
      {"a headline alone", page_with("", "<h1>Fog closes harbour of Aldermouth</h1>"), "article"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(reason_of(one.page) == one.reason);
  }
}

TEST_CASE("pages are called errors, walls and questions by headline, title or heading, in many languages") {
  const std::string notice = "<p>The page that you are looking for may have been moved or deleted.</p>";
  struct Case {
    std::string title;
    std::string heading;
    std::string reason;
  };
  const Case cases[] = {
      {"The Echo - Page not found", "Page not found", "error_page"},
      {"The Echo", "404", "error_page"},
      {"The Echo", "Sorry, we can’t find that page", "error_page"},
      {"Oops! Page not found", "", "error_page"},
      {"301 Moved Permanently", "Moved Permanently", "error_page"},
      {"503 Service Temporarily Unavailable", "", "error_page"},
      {"echo.example", "451: Unavailable due to legal reasons", "error_page"},
      {"The Echo - Are you a robot?", "", "error_page"},
      {"Pardon Our Interruption", "", "error_page"},
      {"ECHO | Zustimmung", "Das Echo mit Werbung lesen", "error_page"},
      {"L'Écho", "Page introuvable", "error_page"},
      {"エコー", "ページが見つかりません", "error_page"},
      {"Subscribe to read | The Echo", "", "paywalled_stub"},
      {"The Echo", "Fog closes harbour", "article"},
      {"Is 404 a number that ships may have?", "", "article"},
      {"Sign in the fog: how ships find the mole", "", "article"},
      {"Security checks close the harbour", "", "article"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.title);
    CAPTURE(one.heading);
    const std::string heading = one.heading.empty() ? "" : "<h1>" + one.heading + "</h1>";
    CHECK(reason_of(page_with("<title>" + one.title + "</title>", heading + notice)) == one.reason);
    const std::string text = days_of_fog(1, 15);
    CHECK(reason_of(page_with("<title>" + one.title + "</title>", heading + text)) == "article");
  }
  CHECK(reason_of(page_with("<title>The Echo</title><meta property=og:type content=article>",
                            "<h1>404</h1>" + notice)) == "article");
}

TEST_CASE("a page with a few lines that tell there is nothing to read is an error") {
  const std::string title = "<title>echo.example</title>";
  for (const std::string line :
       {"Please enable JS and disable any ad blocker", "This domain is for sale. Ask today.",
        "The archive has not archived that URL.", "Please click the box to let us know you’re not a robot."}) {
    CAPTURE(line);
    CHECK(reason_of(page_with(title, "<p>" + line + "</p>")) == "error_page");
    CHECK(reason_of(page_with(title, "<h1>Fog</h1>" + days_of_fog(1, 8) + "<p>" + line + "</p>")) == "article");
  }
}

TEST_CASE("a page of frames has no text of its own") {
  const std::string frames = "<frameset cols='130,*'><frame src=menu.html><frame src=fog.html></frameset>";
  CHECK(reason_of("<html><head><title>Fog closes harbour</title></head>" + frames + "</html>") == "not_an_article");
}

TEST_CASE("walls are told in many languages, where there is little text before them") {
  const std::string walls[] = {"Continue reading your article with an Echo subscription",
                               "This article is reserved for subscribers.",
                               "Subscribe today and save 40% to read this article",
                               "La suite est réservée aux abonnés.",
                               "Il vous reste 71,4 % de cet article à lire.",
                               "Jetzt vier Wochen testen und weiterlesen",
                               "Nur für Abonnenten",
                               "Suscríbete para seguir leyendo",
                               "Questo articolo è riservato agli abbonati",
                               "Conteúdo exclusivo para assinantes",
                               "Verder lezen? Word abonnee.",
                               "Vill du läsa hela artikeln? Bli prenumerant.",
                               "Artiklen er kun for abonnenter",
                               "Статья доступна только подписчикам",
                               "この記事は有料記事です。残り1234文字",
                               "この記事は会員限定です。",
                               "本文为付费文章",
                               "訂閱後可閱讀全文"};
  for (const std::string& wall : walls) {
    CAPTURE(wall);
    CHECK(is_wall(wall));
    CHECK(reason_of(page_with("", "<h1>Fog</h1>" + kFirst + "<div>" + wall + "</div>")) == "paywalled_stub");
    CHECK(reason_of(page_with("", "<h1>Fog</h1>" + kText + "<div>" + wall + "</div>")) == "article");
  }
  CHECK_FALSE(is_wall("The harbour is reserved for subscriptions of the port"));
  CHECK_FALSE(is_wall("Weiter mit dem Bus"));
}

TEST_CASE("two walls count on a page with more text than one") {
  const std::string wall = "<div>Already a subscriber?</div>";
  const std::string pair = wall + "<div>Subscribe to continue reading</div>";
  CHECK(reason_of(page_with("", "<h1>Fog</h1>" + kText + wall)) == "article");
  CHECK(reason_of(page_with("", "<h1>Fog</h1>" + kText + pair)) == "paywalled_stub");
  CHECK(reason_of(page_with("", "<h1>Fog</h1>" + days_of_fog(1, 8) + pair)) == "article");
}

TEST_CASE("an article on walls is one") {
  CHECK(reason_of(page_with("",
                            "<h1>Papers close their pages</h1><p>Many papers now ask readers to subscribe to read "
                            "the news of the harbour, and the fishermen who came to the mole on Monday said that "
                            "they will keep reading the Echo all the same, for it is read to them by the pilots in "
                            "the evening, when the boats are in and the nets are dry.</p>")) == "article");
}
