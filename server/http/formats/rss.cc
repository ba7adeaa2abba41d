#include "server/http/formats/feed.h"
#include "server/http/formats/xml_text.h"
#include "server/http/utc.h"

namespace backfile {
namespace {

std::string item_text(const FeedEntry& entry) {
  std::string text = "<item>";
  text += xml_element("title", entry.title) + xml_element("link", entry.page);
  text += "<guid isPermaLink=\"false\">" + xml_text(entry.id) + "</guid>";
  if (entry.published) text += xml_element("pubDate", http_date(*entry.published));
  for (const std::string& name : entry.authors) text += xml_element("dc:creator", name);
  text += xml_element("dc:publisher", entry.publication) + xml_element("dc:language", entry.language);
  for (const std::string& topic : entry.topics) text += xml_element("category", topic);
  return text + xml_element("description", entry.summary) + "</item>\n";
}

}  // namespace

std::string rss_text(const Feed& feed) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
      "<channel>";
  text += xml_element("title", feed.title) + xml_element("link", feed.page);
  text += xml_element("description", "Articles in this archive, newest first: " + feed.title);
  text += "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"" + xml_text(feed.self) + "\"/>";
  text += xml_element("lastBuildDate", http_date(feed.updated)) + "\n";
  for (const FeedEntry& entry : feed.entries) text += item_text(entry);
  return text + "</channel>\n</rss>\n";
}

}  // namespace backfile
