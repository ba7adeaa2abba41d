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

TEST_CASE("a date that is not the article's is not taken for it") {
  const std::string date = "<p class=date>March 5, 2025</p>";
  const std::string headline = "<h1>Fog closes harbour</h1>";
  const std::string other = "<a href=/ferry>Ferry prices rise</a> <time datetime=2025-03-09>March 9, 2025</time>";
  struct Case {
    std::string name;
    std::string body;
    std::string published;
  };
  const Case cases[] = {
      {"below a picture",
       headline + "<figure><img><figcaption>The harbour on March 9, 2019</figcaption></figure>" + date + kText,
       "2025-03-05"},
      {"of a photograph", headline + "<p>Photo: Bo Ek, March 9, 2019</p>" + date + kText, "2025-03-05"},
      {"in a class of captions", headline + "<p class=caption>March 9, 2019</p>" + date + kText, "2025-03-05"},
      {"in a list of the class comments",
       headline + kText +
           "<div id=comments class=comments-area><ol class=comment-list><li>Ann Lee <time "
           "datetime=2025-03-09T10:15:00Z>March 9, 2025 at 10:15 am</time><p>Thanks</p></ol></div>",
       ""},
      {"today's, in the head of the page",
       "<header><div class=today>Sunday, March 9, 2025</div></header>" + headline + date + kText, "2025-03-05"},
      {"today's, as an element", "<header><time datetime=2025-03-09>Sunday</time></header>" + headline + date + kText,
       "2025-03-05"},
      {"above the headline, where no other is", date + headline + kText, "2025-03-05"},
      {"above the headline, and a change below", date + headline + "<p>Updated March 6, 2025</p>" + kText,
       "2025-03-05"},
      {"called the date of publication above the headline",
       "<p>Posted on March 5, 2025</p>" + headline + "<p>March 9, 2025</p>" + kText, "2025-03-05"},
      {"behind the text with the hour of the same day",
       headline + date + kText + "<p>Posted <time datetime=2025-03-05T08:00:00Z>5 March</time></p>",
       "2025-03-05T08:00:00Z"},
      {"today's, and a change below", "<p>March 9, 2025</p>" + headline + "<p>Updated March 6, 2025</p>" + kText,
       "2025-03-06"},
      {"of an aside, before", headline + "<aside class=latest><ul><li>" + other + "</li></ul></aside>" + date + kText,
       "2025-03-05"},
      {"of a ticker", "<div class=ticker>" + other + "</div>" + headline + date + kText, "2025-03-05"},
      {"of a line in a ticker", headline + "<div class=ticker><p>Ferry, March 9, 2025</p></div>" + date + kText,
       "2025-03-05"},
      {"of an entry of a list",
       headline +
           "<ul><li><a href=/ferry>Ferry prices rise again</a> <time "
           "datetime=2025-03-09>9 March</time></ul>" +
           date + kText,
       "2025-03-05"},
      {"of a line behind the text", headline + kText + "<p>" + other + "</p>", ""},
      {"its own, in an entry of a list", headline + "<ul><li><time datetime=2025-03-05>5 March</time></ul>" + kText,
       "2025-03-05"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(article_of(page_with("", one.body)).published.iso == one.published);
  }
}

TEST_CASE("dates of events and lives are not the article's") {
  for (const std::string fact :
       {"Born: 9 March 1954", "Died: 9 March 2024", "When: March 9, 2025, 7 p.m.", "Deadline: March 9, 2025",
        "Event date: March 9, 2025", "Opens on March 9, 2025", "Valid until March 9, 2025",
        "Release date: March 9, 2025", "Date: March 9, 2025 | Venue: Old Town Hall",
        "When: <time datetime=2025-03-09>9 March</time>"}) {
    CAPTURE(fact);
    CHECK(article_of("<h1>Fog closes harbour</h1><ul><li>" + fact + "</li></ul>" + kText).published.iso.empty());
  }
  const std::string row =
      "<table><tr><th>Born</th><td>9 March 1954</td></tr><tr><th>In</th><td>Fenby</td></tr></table>";
  CHECK(article_of("<h1>Fog closes harbour</h1>" + row + kText).published.iso.empty());
  CHECK(article_of("<h1>Fog closes harbour</h1><p>Born</p><p>March 9, 1954</p>" + kText).published.iso.empty());
}

TEST_CASE("a line that names a change first and publication behind it is read for both") {
  for (const std::string line :
       {"Updated March 6, 2025 8:00 am Published March 3, 2025 10:15 am",
        "Last updated: March 6, 2025 | Published: March 3, 2025", "Updated 06.03.2025 Published 03.03.2025 08:00",
        "Erstellt: 03.03.2025 Aktualisiert: 06.03.2025, 08:00 Uhr", "Mis à jour le 6 mars 2025 - Publié le 3 mars 2025",
        "Modified March 6, 2025 First published March 3, 2025", "Обновлено 6 марта 2025, опубликовано 3 марта 2025"}) {
    CAPTURE(line);
    const Article article = article_of("<h1>Fog closes harbour</h1><div>" + line + "</div>" + kText);
    CHECK(article.published.iso.substr(0, 10) == "2025-03-03");
  }
}

TEST_CASE("a year or a month gives way to what agrees with it and says more") {
  const std::string ld = "<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":\"";
  auto published = [&](const std::string& told, const std::string& head, const std::string& line) {
    return article_of(page_with(ld + told + "\"}</script>" + head, "<h1>Fog closes harbour</h1>" + line + kText))
        .published.iso;
  };
  CHECK(published("2025", "", "<p>March 3, 2025</p>") == "2025-03-03");
  CHECK(published("2025-03", "<meta name=date content=2025-03-03>", "") == "2025-03-03");
  CHECK(published("2025-03", "", "<p>April 3, 2025</p>") == "2025-03");
  CHECK(published("2025-03-03", "", "<p>April 3, 2025</p>") == "2025-03-03");
  CHECK(published("2024", "", "<p>Updated March 3, 2024</p>") == "2024");
  const std::string metas = "<meta name=citation_date content=2025><meta name=date content=2025-03-03>";
  CHECK(article_of(page_with(metas, kText)).published.iso == "2025-03-03");
  const std::string core =
      "<meta name=dcterms.created content=2025-02-01><meta name=dcterms.issued content=2025-03-03>";
  CHECK(article_of(page_with(core, kText)).published.iso == "2025-03-03");
}

TEST_CASE("dates in the attributes of markup are read") {
  for (const std::string element :
       {"<abbr class=published title=2025-03-03T10:15:00+0000>Monday</abbr>",
        "<data class=dt-published value=2025-03-03>Monday</data>", "<time title='March 3, 2025'>2 days ago</time>",
        "<span class=date title='2025-03-03 10:15'>Monday</span>",
        "<span class=date data-datetime=2025-03-03>Monday</span>",
        "<span class=time data-timestamp=1740996900>Monday</span>",
        "<span property=schema:datePublished content=2025-03-03>Monday</span>",
        "<span property=dc:date content=2025-03-03>Monday</span>",
        "<span property=dcterms:issued content=2025-03-03>Monday</span>"}) {
    CAPTURE(element);
    const Article article = article_of("<h1>Fog closes harbour</h1><p>" + element + "</p>" + kText);
    CHECK(article.published.iso.substr(0, 10) == "2025-03-03");
  }
  CHECK(article_of("<h1>Fog closes harbour</h1><p><span class=ship title=2025-03-03>Ann</span></p>" + kText)
            .published.iso.empty());
  for (const std::string name :
       {"published_date", "publishedDate", "DC.date.published", "dcterms.available", "citation_online_date",
        "article.created", "article-publish-date", "firstPublishDate", "rnews:datePublished", "bt:pubDate", "cse_date",
        "vr:published_time", "news:publication_date", "weibo:article:create_at"}) {
    CAPTURE(name);
    CHECK(article_of(page_with("<meta name='" + name + "' content=2025-03-03>", kText)).published.iso == "2025-03-03");
  }
}

TEST_CASE("the month of an address counts where nothing else tells a date") {
  CHECK(article_of(page_with("", kText), "https://echo.example/2025/03/fog").published.iso == "2025-03");
  CHECK(article_of(page_with("", "<p>Updated April 3, 2025</p>" + kText), "https://echo.example/2025/03/fog")
            .published.iso == "2025-04-03");
}

TEST_CASE("dates and writers of another article in JSON-LD are not this one's") {
  const std::string ld =
      "<script type=application/ld+json>[{\"@type\":\"NewsArticle\",\"headline\":\"Ferry prices rise\","
      "\"datePublished\":\"2019-01-01\",\"author\":\"Bo Ek\"},{\"@type\":\"NewsArticle\",\"headline\":"
      "\"Fog closes harbour\",\"datePublished\":\"2025-03-03\",\"author\":\"Ann Lee\"}]</script>";
  const Article article = article_of(page_with(ld, "<h1>Fog closes harbour</h1>" + kText));
  CHECK(article.published.iso == "2025-03-03");
  CHECK(article.byline == std::vector<std::string>{"Ann Lee"});
  const std::string one =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry prices rise\","
      "\"datePublished\":\"2019-01-01\",\"author\":\"Bo Ek\"}</script><meta property=article:published_time "
      "content=2025-03-03><meta name=author content='Ann Lee'>";
  const Article other = article_of(page_with(one, "<h1>Fog closes harbour</h1>" + kText));
  CHECK(other.published.iso == "2025-03-03");
  CHECK(other.byline == std::vector<std::string>{"Ann Lee"});
}
