#include "server/http/formats/feed.h"
#include "server/http/formats/xml_text.h"
#include "server/http/utc.h"

namespace backfile {
namespace {

std::string link(std::string_view relation, std::string_view address) {
  if (address.empty()) return "";
  return "<link rel=\"" + std::string(relation) + "\" href=\"" + xml_text(address) + "\"/>";
}

std::string entry_text(const FeedEntry& entry) {
  std::string text = "<entry>";
  text += xml_element("id", entry.id) + xml_element("title", entry.title);
  text += link("alternate", entry.page) + link("via", entry.original);
  if (entry.published) text += xml_element("published", utc_text(*entry.published));
  text += xml_element("updated", utc_text(entry.updated));
  for (const std::string& name : entry.authors) text += "<author>" + xml_element("name", name) + "</author>";
  for (const std::string& topic : entry.topics) text += "<category term=\"" + xml_text(topic) + "\"/>";
  if (!entry.publication.empty()) text += "<source>" + xml_element("title", entry.publication) + "</source>";
  return text + xml_element("summary", entry.summary) + "</entry>\n";
}

}  // namespace

std::string atom_text(const Feed& feed) {
  std::string text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  text += xml_element("id", feed.self) + xml_element("title", feed.title);
  text += xml_element("updated", utc_text(feed.updated));
  text += "<author><name>Backfile</name></author>";  // an entry whose writers are not known needs one
  text += link("self", feed.self) + link("alternate", feed.page) + "\n";
  for (const FeedEntry& entry : feed.entries) text += entry_text(entry);
  return text + "</feed>\n";
}

}  // namespace backfile
