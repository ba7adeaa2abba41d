#include "server/http/peer_address.h"

#include <doctest/doctest.h>

#include <ostream>

using namespace backfile;

TEST_CASE("an address belongs to whoever has it, an IPv6 one to whoever has its network") {
  struct Case {
    const char* given;
    const char* text;
    const char* owner;
    bool is_loopback;
  };
  for (const Case& c :
       {Case{"192.0.2.1", "192.0.2.1", "192.0.2.1", false}, Case{"127.3.2.1", "127.3.2.1", "127.3.2.1", true},
        Case{"2001:db8:1:2:3:4:5:6", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::", false},
        Case{"2001:DB8:1:2::9", "2001:db8:1:2::9", "2001:db8:1:2::", false}, Case{"::1", "::1", "::", true},
        Case{"::ffff:192.0.2.1", "192.0.2.1", "192.0.2.1", false}, Case{"example.org", "", "", false},
        Case{"192.0.2.1, 192.0.2.2", "", "", false}, Case{"", "", "", false}}) {
    CAPTURE(c.given);
    const PeerAddress address = peer_address(std::string(c.given));
    CHECK(address.text == c.text);
    CHECK(address.owner == c.owner);
    CHECK(address.is_loopback == c.is_loopback);
  }
}
