// Dates of HTML pages (readers/html_reader.h): whom of all who speak of them to believe.
#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/html_reader.h"
#include "tests/indexer/readers/harbour_page.h"

using namespace backfile;

TEST_CASE("metadata are believed in their order, and say where the date is from") {
  struct Case {
    std::string name;
    std::string head;
    std::string body;
    std::string published;
    PublishedFrom from;
  };
  const std::string ld = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Fog\",";
  const Case cases[] = {
      {"JSON-LD", ld + "\"datePublished\":\"2025-03-03T08:00:00+01:00\"}</script>", "", "2025-03-03T08:00:00+01:00",
       PublishedFrom::metadata},
      {"modified is not published", ld + "\"dateModified\":\"2025-03-05\"}</script>", "", "", PublishedFrom::none},
      {"Open Graph", "<meta property=article:published_time content=2025-03-03>", "", "2025-03-03",
       PublishedFrom::metadata},
      {"Dublin Core", "<meta name=DC.date.issued content=2025-03>", "", "2025-03", PublishedFrom::metadata},
      {"microdata", "", "<span itemprop=datePublished content=2025-03-03>last week</span>", "2025-03-03",
       PublishedFrom::metadata},
      {"a time element", "", "<time datetime=2025-03-03>Monday</time>", "2025-03-03", PublishedFrom::metadata},
      {"JSON-LD as a meta",
       "<meta name='script:ld+json' content='{&quot;@type&quot;:&quot;Article&quot;,"
       "&quot;datePublished&quot;:&quot;2025-03-03&quot;}'>",
       "", "2025-03-03", PublishedFrom::metadata},
      {"a date with small words of its own", "", "<p>lunes 3 de marzo de 2025 a las 10:30 h</p>", "2025-03-03",
       PublishedFrom::text},
      {"a date of what is told", "", "<ul><li>The mole was built by three hundred men until August 14, 1935</ul>", "",
       PublishedFrom::none},
      {"a label of publication", "<meta name=date content=2025-03-09>", "<p>Publish date: March 3, 2025</p>",
       "2025-03-03", PublishedFrom::text},
      {"a month of change", "", "<p>Updated March 2025</p>", "", PublishedFrom::none},
      {"a date behind a few small words", "", "<p>Story by our harbour desk, March 3, 2025</p>", "2025-03-03",
       PublishedFrom::text},
      {"in an element called like a list of others", "",
       "<div class=popular-science><p>March 3, 2025</p>" + kText + "</div>", "2025-03-03", PublishedFrom::text},
      {"a month alone above the text", "", "<p>March 2025</p>", "2025-03", PublishedFrom::text},
      {"a visible line", "", "<p>Posted on March 3, 2025 | 5 min read</p>", "2025-03-03", PublishedFrom::text},
      {"a line of change where there is no other", "", "<p>Updated: March 4, 2025</p>", "2025-03-04",
       PublishedFrom::text},
      {"the first that can be true", "<meta name=date content=2099-01-01>", "<time datetime=2025-03-03></time>",
       "2025-03-03", PublishedFrom::metadata},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const Article article = article_of(page_with(one.head, "<h1>Fog closes harbour</h1>" + one.body + kText));
    CHECK(article.published.iso == one.published);
    CHECK(article.published_from == one.from);
  }
  CHECK(article_of(page_with("", kText), "https://echo.example/2025/03/03/fog").published_from == PublishedFrom::url);
  CHECK(article_of(page_with("<meta name=date content=2099-01-01>", kText)).published_rejected == "2099-01-01");
}

TEST_CASE("a date that is shown and earlier is believed where metadata know the last change alone") {
  const std::string same = "{\"@type\":\"Article\",\"datePublished\":\"2025-08-21\",\"dateModified\":\"2025-08-21\"}";
  const std::string later = "{\"@type\":\"Article\",\"datePublished\":\"2025-08-21\",\"dateModified\":\"2025-08-24\"}";
  struct Case {
    std::string name;
    std::string json;
    std::string line;
    std::string published;
  };
  const Case cases[] = {
      {"no difference in the metadata", same, "April 26, 2023", "2023-04-26"},
      {"a true difference", later, "April 26, 2023", "2025-08-21"},
      {"called the date of publication", later, "Published April 26, 2023", "2023-04-26"},
      {"not earlier", same, "Published August 30, 2025", "2025-08-21"},
      {"the same day elsewhere on earth", same, "August 20, 2025", "2025-08-21"},
      {"a date of change", same, "Updated April 26, 2023", "2025-08-21"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const Article article = article_of(page_with("<script type=application/ld+json>" + one.json + "</script>",
                                                 "<h1>Fog closes harbour</h1><p>" + one.line + "</p>" + kText));
    CHECK(article.published.iso == one.published);
  }
}

TEST_CASE("the day in numbers is told by the page's language and by its other dates") {
  auto published = [](const std::string& tag, const std::string& more) {
    const Article article = article_of("<html lang=" + tag + "><h1>Fog closes harbour</h1><p>01/02/2025</p>" + kText +
                                       "<p>" + more + "</p></html>");
    return article.published.iso;
  };
  CHECK(published("en-US", "") == "2025-01-02");
  CHECK(published("en-GB", "") == "2025-02-01");
  CHECK(published("en", "") == "");
  CHECK(published("en", "Tides of 12/25/2024") == "2025-01-02");
  CHECK(published("en-US", "Tides of 25/12/2024") == "2025-02-01");
}

TEST_CASE("a date of first publication behind the text wins over one above it that says nothing") {
  const std::string first =
      "<p>This article was first published on 26 Sep 2019 and has been brought up to date since.</p>";
  CHECK(article_of("<h1>Fog closes harbour</h1><p>30 Sep 2022</p>" + kText + first).published.iso == "2019-09-26");
  CHECK(article_of("<h1>Fog closes harbour</h1><p>Published 30 Sep 2022</p>" + kText + first).published.iso ==
        "2022-09-30");
}

TEST_CASE("a month counts above the text alone") {
  CHECK(article_of("<h1>Fog closes harbour</h1>" + kText + "<p>March 2025</p>").published.iso.empty());
}

TEST_CASE("dates in a list of other articles are not the article's") {
  const std::string others = "<div class=related-news><p>Tugs collide</p><p>Thu, Jul 11 2024</p></div>";
  CHECK(article_of("<h1>Fog closes harbour</h1>" + others + "<p>July 18, 2025</p>" + kText).published.iso ==
        "2025-07-18");
}

TEST_CASE("far from the article, the only time counts, and the only one that is called one of publication") {
  std::string far;
  for (int i = 0; i < 20; ++i) far += "<p>Go " + std::to_string(i) + "</p>";
  const std::string times =
      "<h4>Published</h4><time datetime=2025-03-03>3 March</time><h4>Seen</h4><time datetime=2025-03-09>9 March</time>";
  auto published = [&](const std::string& end) {
    return article_of("<h1>Fog closes harbour</h1>" + kText + far + end).published.iso;
  };
  CHECK(published(times) == "2025-03-03");
  const std::string time = "<time datetime=2025-03-03>3 March</time>";
  CHECK(published(time) == "2025-03-03");
  CHECK(published(time + "<p>Go</p>" + time) == "2025-03-03");
  CHECK(published(time + "<p>Go</p><time datetime=2025-03-09>9 March</time>").empty());
}

TEST_CASE("a time that is called one of change is not the date of publication") {
  const std::string headline = "<h1>Fog closes harbour</h1>";
  for (const std::string updated : {"<time class=updated datetime=2025-03-09>Sunday</time>",
                                    "<p>Updated <time datetime=2025-03-09>9 March</time></p>",
                                    "<time datetime=2025-03-09>Aktualisiert am 9. März</time>"}) {
    CAPTURE(updated);
    const Article article = article_of(headline + updated + "<time datetime=2025-03-03>Monday</time>" + kText);
    CHECK(article.published.iso == "2025-03-03");
  }
}
