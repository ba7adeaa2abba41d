#include "index/url_identity.h"

#include <algorithm>
#include <optional>

#include "index/character.h"

namespace backfile {
namespace {

// Parameters that mail, advertisements and social networks put behind any address.
constexpr std::string_view kTracking[] = {"_ga",    "_gl",    "dclid",   "fbclid", "gbraid", "gclid",  "igshid",
                                          "mc_cid", "mc_eid", "msclkid", "ttclid", "twclid", "wbraid", "yclid"};

bool is_tracking(std::string_view parameter) {
  const std::string name = ascii_lowered(parameter.substr(0, parameter.find('=')));
  return name.starts_with("utm_") || std::ranges::find(kTracking, name) != std::ranges::end(kTracking);
}

bool is_unreserved(unsigned char c) {  // RFC 3986, 2.3
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return std::nullopt;
}

void append_encoded(unsigned char c, std::string& text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  text.append(1, '%').append(1, kDigits[c >> 4]).append(1, kDigits[c & 15]);
}

// What may stand as it is does, all else is encoded in capitals.
std::string with_one_encoding(std::string_view text) {
  std::string one;
  one.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto upper = c == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : std::nullopt;
    const auto lower = upper ? hex_digit(text[i + 2]) : std::nullopt;
    if (lower) {
      const auto decoded = static_cast<unsigned char>(*upper << 4 | *lower);
      if (is_unreserved(decoded)) {
        one += static_cast<char>(decoded);
      } else {
        append_encoded(decoded, one);
      }
      i += 2;
    } else if (c <= ' ' || c >= 0x7F) {
      append_encoded(c, one);
    } else {
      one += text[i];
    }
  }
  return one;
}

// RFC 3986, 5.2.4, of a path that begins with a slash or is empty; no slash at its end.
std::string without_dots(std::string_view path) {
  std::string plain;
  while (!path.empty()) {
    const std::string_view segment = path.substr(0, path.find('/', 1));
    path.remove_prefix(segment.size());
    if (segment == "/..") {
      plain.erase(std::min(plain.rfind('/'), plain.size()));
    } else if (segment != "/.") {
      plain += segment;
    }
  }
  plain.erase(plain.find_last_not_of('/') + 1);
  return plain;
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const std::string_view parameter = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(parameter.size() + 1, query.size()));
    if (!parameter.empty() && !is_tracking(parameter)) kept.append(1, kept.empty() ? '?' : '&').append(parameter);
  }
  return kept;
}

std::string plain_host(std::string_view authority) {
  std::string host = ascii_lowered(authority);
  for (std::string_view port : {":80", ":443", ":"}) {
    if (host.ends_with(port)) host.resize(host.size() - port.size());
  }
  return host.starts_with("www.") ? host.substr(4) : host;
}

}  // namespace

std::string url_identity(std::string_view url) {
  const std::size_t scheme_end = std::min(url.find("://"), url.size());
  const std::string scheme = ascii_lowered(url.substr(0, scheme_end));
  if (scheme_end == url.size() || (scheme != "http" && scheme != "https")) {
    return url == "/" ? std::string() : std::string(url);
  }
  const std::size_t fragment = std::min(url.find('#'), url.size());
  const std::string_view shebang = url.substr(fragment).starts_with("#!") ? url.substr(fragment) : std::string_view();
  url = url.substr(scheme_end + 3, fragment - scheme_end - 3);
  const std::size_t query = std::min(url.find('?'), url.size());
  const std::size_t path = std::min(url.find('/'), query);
  const std::string page = without_dots(with_one_encoding(url.substr(path, query - path))) +
                           without_tracking(with_one_encoding(url.substr(std::min(query + 1, url.size())))) +
                           with_one_encoding(shebang);
  return page.empty() ? std::string() : "https://" + plain_host(url.substr(0, path)) + page;
}

}  // namespace backfile
