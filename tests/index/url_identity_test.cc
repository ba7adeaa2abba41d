#include "index/url_identity.h"

#include <doctest/doctest.h>

#include <string>

#include "index/article_id.h"

using namespace backfile;

TEST_CASE("addresses that are written otherwise and name one page have one identity") {
  for (const char* same : {
           "https://echo.example/fog",
           "http://echo.example/fog",
           "HTTPS://Echo.EXAMPLE:443/fog",
           "http://echo.example:80/fog",
           "https://echo.example:/fog",
           "https://www.echo.example/fog",
           "https://echo.example/fog/",
           "https://echo.example/fog#top",
           "https://echo.example/%66%6Fg",
           "https://echo.example/./tug/../fog",
           "https://echo.example/fog?",
           "https://echo.example/fog?utm_source=mail&UTM_Medium=x&fbclid=1",
           "https://echo.example/fog/?gclid=a#comments",
       }) {
    CAPTURE(same);
    CHECK(url_identity(same) == "https://echo.example/fog");
  }
}

TEST_CASE("addresses of different pages stay apart") {
  for (const char* other : {
           "https://echo.example/Fog",
           "https://news.echo.example/fog",
           "https://echo.example:8080/fog",
           "https://echo.example/fog?page=2",
           "https://echo.example/fog?utmost=1",
           "https://echo.example/fog#!tug",
           "https://echo.example/fog.html",
           "https://echo.example/%2Ffog",
           "ftp://echo.example/fog",
           "/fog",
           "urn:fog",
       }) {
    CAPTURE(other);
    CHECK(url_identity(other) != "https://echo.example/fog");
    CHECK(url_identity(url_identity(other)) == url_identity(other));
  }
}

TEST_CASE("what has to be kept of an address is") {
  CHECK(url_identity("http://a.example/?id=7&utm_id=2&p=%7e") == "https://a.example?id=7&p=~");
  CHECK(url_identity("http://a.example/caf\u00E9 1%2f%zz") == "https://a.example/caf%C3%A9%201%2F%zz");
  CHECK(url_identity("http://a.example/caf%c3%a9") == "https://a.example/caf%C3%A9");
  CHECK(url_identity("http://a.example/../../x/..") == "");
  CHECK(url_identity("http://a.example/a//b") == "https://a.example/a//b");
  CHECK(url_identity("http") == "http");
  CHECK(url_identity("tag:a.example,2025:1") == "tag:a.example,2025:1");
}

TEST_CASE("a home page is the address of no article") {
  for (const char* home : {"", "/", "http://echo.example", "https://www.echo.example/", "https://echo.example/#top",
                           "https://echo.example/?utm_source=rss", "http://", "https://echo.example/."}) {
    CAPTURE(home);
    CHECK(url_identity(home).empty());
  }
  CHECK_FALSE(url_identity("https://echo.example/?p=7").empty());
  CHECK_FALSE(url_identity("https://echo.example/#!/fog").empty());
}

TEST_CASE("an article's id is the same by every address of its page, and none of its site's home page") {
  Article article;
  article.file = "a.html";
  const std::string by_place = make_article_id(article, "news", 0);
  article.url = "https://echo.example/";
  CHECK(make_article_id(article, "news", 0) == by_place);
  article.url = "https://echo.example/fog";
  const std::string by_url = make_article_id(article, "news", 0);
  CHECK(by_url != by_place);
  article.url = "http://www.echo.example/fog/?utm_source=mail#top";
  CHECK(make_article_id(article, "other", 3) == by_url);
}
