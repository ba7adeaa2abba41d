// Hidden parts of pages that are text all the same (html/hidden_text.h).
#include "indexer/html/hidden_text.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/readers/harbour_page.h"

using namespace backfile;

TEST_CASE("the hidden rest of a text is text, and what else is hidden is not") {
  struct Case {
    std::string name;
    std::string rest;
    bool is_text;
  };
  const std::string rest = days_of_fog(1, 4);
  const Case cases[] = {
      {"by its style", "<div style='display: none'>" + rest + "</div>", true},
      {"by an attribute", "<div hidden>" + rest + "</div>", true},
      {"also to those who are read to", "<section style='display:none' aria-hidden=true>" + rest + "</section>", true},
      {"behind an offer",
       "<div class=offer><h3>Subscribe to unlock this article</h3><p>Already a subscriber?</p></div><div "
       "class=paywall style='display:none'>" +
           rest + "</div>",
       true},
      {"behind a button", "<button>Read more</button><div class=more hidden>" + rest + "</div>", true},
      {"with a picture and a list", "<div hidden><figure></figure>" + rest + "<ul><li>Fog</ul></div>", true},
      {"a single paragraph", "<div hidden>" + days_of_fog(1, 1) + "</div>", false},
      {"short lines", "<div hidden><p>On day 1 of the fog.</p><p>Fog on day 1 again.</p></div>", false},
      {"a menu",
       "<div hidden><p><a href=/1>On day 1 of the fog the harbour master counted ships, and pilots who had "
       "gone home.</a></p><p><a href=/2>On day 2 of the fog the harbour master counted ships, and pilots who "
       "had gone home.</a></p></div>",
       false},
      {"a dialog", "<div class=login-modal hidden>" + rest + "</div>", false},
      {"a form", "<div hidden>" + rest + "<form><input></form></div>", false},
      {"another article", "<div hidden><h1>On day 1</h1>" + rest + "</div>", false},
      {"a template", "<div hidden class=article-template>" + rest + "</div>", false},
      {"a translation", "<div hidden lang=de>" + rest + "</div>", false},
      {"comments", "<div hidden class=comments>" + rest + "</div>", false},
      {"in the midst of the text", "<div hidden>" + rest + "</div>" + kThird, false},
      {"a tip in a line", "<span hidden>" + rest + "</span>", false},
      {"elsewhere on the page", "</article><div><div hidden>" + rest + "</div></div><article>", false},
      {"beside furniture", "</article><div class=side><aside>" + kText + "</aside><div hidden>" + rest + "</div></div>",
       false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const Article article =
        article_of(page_with("", "<article><h1>Fog</h1>" + kFirst + kSecond + one.rest + "</article>"));
    CHECK(holds(article.body, "On day 1") == one.is_text);
    CHECK(holds(article.body, "On day 4") == one.is_text);
  }
}

TEST_CASE("hidden copies of a text are no rest of it") {
  const Article article =
      article_of(page_with("", "<article><h1>Fog</h1>" + kText + "<div hidden>" + kText + "</div></article>"));
  CHECK(article.body.size() == 3);
}

TEST_CASE("the parts of a text for everybody and for subscribers may be boxes beside each other") {
  const Article article = article_of(page_with(
      "", "<article><h1>Fog</h1><div class=subscriber-preview>" + kFirst + kSecond +
              "</div><div class=subscriber-only style='display:none'>" + days_of_fog(1, 4) + "</div></article>"));
  CHECK(article.body.size() == 6);
}
