// Texts that hold a whole page: what somebody copies who selects all, or what a program takes for a page's text.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/page_text.h"

using namespace backfile;

namespace {

constexpr std::int64_t kNow = 1741006500;  // 2025-03-03T12:55:00Z

const Lines kMenu{"Selwyn Packet", "Home",        "Harbour News", "Sport",  "Weather",
                  "Letters",       "Tide Tables", "Classified",   "Log in", "My Packet"};

const Lines kText{
    "The harbour master of Selwyn closed the port on Monday, saying that the fog had opinions and that no pilot would "
    "be asked to argue with it before noon.",
    "Pilots agreed with him and played cards until the fog lifted, when it was found that the ferry had left without "
    "anybody noticing.",
    "The port has been closed for fog eleven times this winter, which is twice as often as in any year since the "
    "lighthouse was turned into a hotel.",
    "A spokesman for the ferry company said that the fog was under contract until April and could not be dismissed "
    "before then."};

const Lines kFooter{"About the Packet", "Advertise", "Jobs",    "Terms",   "Privacy", "Cookies",
                    "Harbour Street 3", "Archive",   "Sitemap", "Contact", "Imprint"};

const std::string kHeadline = "Fog Closes Port of Selwyn for the Eleventh Time";

Lines operator+(Lines lines, const Lines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

Article read(const Lines& lines, const char* between = "\n") { return read_page(joined(lines, between), kNow); }

}  // namespace

TEST_CASE("menus before and behind an article are set aside") {
  for (const char* between : {"\n", "\n\n"}) {
    const Article article =
        read(kMenu + Lines{kHeadline, "By Ann Lee", "2 March 2025", "Share", "Print"} + kText + kFooter, between);
    CHECK(article.headline == kHeadline);
    CHECK(article.headline_from == HeadlineFrom::text);
    CHECK(article.byline == Lines{"Ann Lee"});
    CHECK(article.published.iso == "2025-03-02");
    CHECK(article.body == kText);
    CHECK(article.summary.empty());
    CHECK(article.boilerplate == kMenu + Lines{"Share", "Print"} + kFooter);
  }
}

TEST_CASE("a sentence among the menus does not begin the text, or end it") {
  const Lines banner{"Our letter brings you the week of the harbour every Friday morning, free of any charge."};
  const Article article = read(banner + kMenu + Lines{kHeadline, "By Ann Lee"} + kText + kFooter + banner + kFooter);
  CHECK(article.headline == kHeadline);
  CHECK(article.body == kText);
}

TEST_CASE("a short menu is one too, where only one line speaks of what the text speaks of") {
  const Lines above{"Low Water Letters", "Subscribe", "Sign in"};
  const Article article = read(above + Lines{kHeadline, "Ann Lee", "Mar 2, 2025", "9", "Share"} + kText);
  CHECK(article.headline == kHeadline);
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.published.iso == "2025-03-02");
  CHECK(article.body == kText);
}

TEST_CASE("few lines above a headline are of the site only where something tells so") {
  // A programme and its first story; nothing tells that the first two are no headline and standfirst.
  CHECK(read(Lines{"Coast at Seven", "From the quay", kHeadline} + kText).headline == "Coast at Seven");
  CHECK(read(Lines{"Coast at Seven", "From the quay", "Log in", kHeadline} + kText).headline == kHeadline);
  // Headlines of other articles, of more words than a menu has, above one with its byline.
  const Lines others{"Bakery opens on the hill after nine years", "Why is the tide table late again?",
                     "Council counts its gulls and finds one more"};
  CHECK(read(others + Lines{kHeadline, "By Ann Lee"} + kText).headline == kHeadline);
  CHECK(read(others + Lines{kHeadline} + kText).headline == others[0]);
  // A notice of one paragraph: its first line is what the others explain.
  const Lines notice{"Packet Company Quarter", "Loss of the port and of its share in cards", "By Ann Lee"};
  const Lines note{"Note: the loss includes the share of the port in cards that were lost in fog."};
  CHECK(read(notice + note).headline == notice[0]);
}

TEST_CASE("a section above the headline is not it") {
  const Lines standfirst{"The pilots play their cards"};
  const Article article = read(Lines{"Politics", kHeadline} + standfirst + Lines{"By Ann Lee"} + kText);
  CHECK(article.headline == kHeadline);
  CHECK(article.summary == standfirst);
  CHECK(article.boilerplate == Lines{"Politics"});
  CHECK(read(Lines{"OPINION", kHeadline} + kText).headline == kHeadline);
  for (const std::string headline : {"Homecoming", "Off the rails", "Harbour", "HIGHER AND HIGHER"}) {
    const Article alluding = read(Lines{headline, kHeadline, "By Ann Lee"} + kText);
    CHECK(alluding.headline == headline);
    CHECK(alluding.summary == Lines{kHeadline});
    CHECK(alluding.boilerplate.empty());
  }
}

TEST_CASE("the headline is the line that speaks of the text, not the nearest") {
  struct Case {
    Lines between;  // headline and text
    const char* why;
  };
  const std::vector<Case> table{
      {{"By Ann Lee", "The quay at low water"}, "a caption"},
      {{"Related stories", "Lamp Found in Lighthouse Hotel", "Council Counts Gulls"}, "other articles"},
      {{"Pilots wait, and the cards are worn out, says a man who has counted them", "By Ann Lee"}, "a standfirst"},
      {{"Your e-mail address", "Send"}, "a form"},
  };
  for (const Case& row : table) {
    CAPTURE(row.why);
    CHECK(read(kMenu + Lines{kHeadline} + row.between + kText + kFooter).headline == kHeadline);
  }
}

TEST_CASE("a trail of links and what a program wrote are no headlines") {
  const Lines lines{"Home » News » " + kHeadline, "Home / News / " + kHeadline, "Shipping - " + kHeadline,
                    "fog:true port:Selwyn closed:Monday ferry:none pilots:cards"};
  for (const std::string& line : lines) {
    CAPTURE(line);
    CHECK(read(kMenu + Lines{line, kHeadline} + kText + kFooter).headline == kHeadline);
    CHECK(read(kMenu + Lines{kHeadline, line} + kText + kFooter).headline == kHeadline);
  }
}

TEST_CASE("a date right above the headline is the article's") {
  CHECK(read(kMenu + Lines{"2 March 2025", kHeadline, "By Ann Lee"} + kText).published.iso == "2025-03-02");
}

TEST_CASE("writers and dates of a page's head") {
  struct Case {
    Lines head;  // below the headline
    Lines byline;
    std::string published;
  };
  const std::vector<Case> table{
      {{"By", "Ann Lee", "Updated on 2 March 2025"}, {"Ann Lee"}, "2025-03-02"},
      {{"By Ann Lee March 2, 2025 9:40 am EST"}, {"Ann Lee"}, "2025-03-02T09:40:00-05:00"},
      {{"ByAnn Lee UpdatedMarch 2, 2025"}, {"Ann Lee"}, "2025-03-02"},
      {{"Ann LeeMarch 2, 2025No Comments"}, {"Ann Lee"}, "2025-03-02"},
      {{"Ann Lee•March 2, 2025 •5 min read"}, {"Ann Lee"}, "2025-03-02"},
      {{"Published on March 2nd, 2025 by Ann Lee and Bo Chan"}, {"Ann Lee", "Bo Chan"}, "2025-03-02"},
      {{"Ann Lee, Selwyn Packet 9:35 p.m. EST March 2, 2025"}, {"Ann Lee"}, "2025-03-02T21:35:00-05:00"},
      {{"Ann Lee", "7 min read"}, {"Ann Lee"}, ""},
      {{"Mar 2, 2025 | 5 min read"}, {}, "2025-03-02"},
      {{"Harbour News", "March 2, 2025"}, {}, "2025-03-02"},      // a section: the text speaks of harbours
      {{"Get Started", "March 2, 2025"}, {}, "2025-03-02"},       // a button
      {{"Fog over the quay, as seen on March 1, 2025"}, {}, ""},  // a caption
      {{"The fog bell was cast on July 4, 1911, by a friend."}, {}, ""},
  };
  for (const Case& row : table) {
    CAPTURE(joined(row.head));
    const Lines text = kText + Lines{"The harbour has news of its own.", "News of the harbour follows at noon."};
    const Article article = read(kMenu + Lines{kHeadline} + row.head + text + kFooter);
    CHECK(article.headline == kHeadline);
    CHECK(article.byline == row.byline);
    CHECK(article.published.iso == row.published);
  }
}

TEST_CASE("today's date above the menu is not the article's") {
  const Lines dated{"Monday, 3 March 2025"};
  CHECK(read(dated + kMenu + Lines{kHeadline, "By Ann Lee", "1 March 2025"} + kText).published.iso == "2025-03-01");
  CHECK(!read(dated + kMenu + Lines{kHeadline, "By Ann Lee"} + kText).published.known());
  CHECK(read(kMenu + Lines{"3 March 2025", kHeadline, "By Ann Lee", "1 March 2025"} + kText).published.iso ==
        "2025-03-01");
  const Lines above{"1 March 2025 Last updated at 10:40 GMT", "Share this page", "Email", "Print"};
  CHECK(read(kMenu + above + Lines{kHeadline, "By Ann Lee"} + kText).published.iso == "2025-03-01");
}

TEST_CASE("of dates in a list of other articles none is the article's") {
  const Lines others{"Related News", "Lamp Found in Lighthouse", "28 Feb 2025", "Council Counts Gulls",
                     "27 Feb 2025",  "Tug Strike Enters Week",   "26 Feb 2025"};
  const Article article =
      read(kMenu + Lines{kHeadline} + others + Lines{"By Ann Lee", "SELWYN | Sun Mar 2, 2025 2:34am EST"} + kText);
  CHECK(article.headline == kHeadline);
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.published.iso == "2025-03-02T02:34:00-05:00");
  CHECK(article.body == kText);
}

TEST_CASE("captions before byline or dateline are no text") {
  const std::string caption =
      "The ferry, which nobody saw, is seen leaving the port of Selwyn in fog, with the lamp of the lighthouse hotel "
      "behind it and the quay, where pilots play cards until noon, to its right.";
  const Lines credited = Lines{"Share", caption, "Photograph: Bo Chan", "By Ann Lee", "2 March 2025"} + kText;
  const Article article = read(kMenu + Lines{kHeadline} + credited);
  CHECK(article.body == kText);
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.summary.empty());
  Lines wire = kText;
  wire[0] = "SELWYN, March 2 (Agency) - " + wire[0];
  CHECK(read(kMenu + Lines{kHeadline, "Share", caption} + wire + kFooter).body == wire);
}

TEST_CASE("menus and buttons behind an article name no writer") {
  CHECK(read(kMenu + Lines{kHeadline} + kText + Lines{"By Industry", "By Size"} + kFooter).byline.empty());
  const Lines above{"Low Water Letters", "Subscribe", "Sign in"};
  CHECK(read(above + Lines{kHeadline} + kText + Lines{"Join Selwyn"}).byline.empty());
  CHECK(read(Lines{kHeadline} + kText + Lines{"Bo Chan"}).byline == Lines{"Bo Chan"});
}

TEST_CASE("dates of other articles far down do not make a chronicle of the first") {
  Lines others{"More of Selwyn and its gulls"};
  for (const char* day : {"1 March 2025", "28 February 2025", "27 February 2025"}) others = others + Lines{day};
  CHECK(read(Lines{kHeadline, "2 March 2025"} + kText + kText + kText + kText + others).published.iso == "2025-03-02");
  Lines entries{kHeadline};
  for (const char* day : {"2 March 2025", "1 March 2025", "28 February 2025"}) entries = entries + Lines{day} + kText;
  CHECK(!read(entries).published.known());
}

TEST_CASE("a copy that begins with the headline has its labels set aside") {
  const Article article =
      read(Lines{kHeadline, "What the pilots did until noon", "Ann Lee", "Mar 2, 2025", "Share", "Copy link"} + kText);
  CHECK(article.headline == kHeadline);
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(article.published.iso == "2025-03-02");
  CHECK(article.summary == Lines{"What the pilots did until noon"});
  CHECK(article.body == kText);
  CHECK(article.boilerplate == Lines{"Share", "Copy link"});
}

TEST_CASE("a heading right above the text stays, where the copy begins with the headline") {
  CHECK(read(Lines{kHeadline, "By Ann Lee", "What Happened"} + kText).body == Lines{"What Happened"} + kText);
  CHECK(read(kMenu + Lines{kHeadline, "By Ann Lee", "Text size"} + kText).body == kText);
}

TEST_CASE("tables, poems and lists of an article are its text") {
  const Lines table{"Yawls", "Ketch", "Sloop", "Cutter", "Tug", "Lighter", "Barge", "Pilot boat", "Ferry"};
  const Lines results{"Shr 12 vs 9",     "Net 40 vs 31",      "Year ended December 31, 2024",
                      "Shr 48 vs 40",    "Net 4 vs 3",        "Avg shrs 10",
                      "Dividend 5 vs 5", "Fog days 41 vs 22", "Ferries 1 vs 0",
                      "Pilots 12 vs 12", "Gulls 9 vs 8"};
  for (const Lines& rows : {table, results}) {
    const Article above = read(Lines{kHeadline} + rows + kText);
    CHECK(above.headline == kHeadline);
    CHECK(above.body == rows + kText);
    CHECK(above.boilerplate.empty());
    CHECK(!above.published.known());
    const Article below = read(Lines{kHeadline} + kText + rows);
    CHECK(below.body == kText + rows);
    CHECK(below.boilerplate.empty());
  }
  const Article furnished = read(Lines{"Skip to content", kHeadline, "By Ann Lee"} + kText + table);
  CHECK(furnished.body == kText + table);
  Lines scores;
  for (int i = 1; i <= 10; ++i) scores.push_back("Selwyn " + std::to_string(i) + " Mole 2");
  CHECK(read(scores + kText).boilerplate.empty());
  const Lines verse{"All night the river", "Carried the lamps", "Of ferries home"};
  CHECK(read(Lines{kHeadline, "By Ann Lee"} + verse + kText).body == verse + kText);
  Lines poem(12, "The fog comes in");
  CHECK(read(Lines{"Fog"} + poem).body == poem);
}

TEST_CASE("a list above or inside the text stays, with a byline or without") {
  const Lines table{"Yawls", "Ketch", "Sloop", "Cutter", "Tug", "Lighter", "Barge", "Pilot boat", "Ferry"};
  const Lines head{kHeadline, "By Ann Lee", "2 March 2025"};
  CHECK(read(head + table + kText).body == table + kText);
  CHECK(read(head + Lines{kText[0], kText[1]} + table + kText).body == Lines{kText[0], kText[1]} + table + kText);
  Article record;
  record.headline = "Ships of the Coast";
  read_page_text(joined(Lines{kText[0], kText[1]} + table + kText), {default_boilerplate(), kNow, false}, record);
  CHECK(record.body == Lines{kText[0], kText[1]} + table + kText);
  CHECK(record.boilerplate.empty());
}

TEST_CASE("credits inside the text neither begin it nor are the article's") {
  Lines text = kText + kText;
  text.insert(text.begin() + 6, {"Selwyn harbour, October 2, 2023", "Photograph by Bo Chan"});
  const Article article = read(kMenu + Lines{kHeadline, "By Ann Lee"} + text + kFooter);
  CHECK(article.byline == Lines{"Ann Lee"});
  CHECK(!article.published.known());
  CHECK(article.body.front() == kText[0]);
  CHECK(article.body.size() >= kText.size() * 2);
}

TEST_CASE("dates of other things than the article") {
  for (const std::string line : {"Born 2 May 1924", "Died: 11 June 2018", "Opens 3 March 2025",
                                 "Released: 1 March 2025", "When: 1 March 2025", "Year ended December 31, 2024"}) {
    CAPTURE(line);
    CHECK(!read(Lines{kHeadline, line} + kText).published.known());
    if (line[0] != 'Y') CHECK(!read(kMenu + Lines{kHeadline, line} + kText).published.known());
  }
}

TEST_CASE("papers, sections and places beside a date are no writers") {
  for (const std::string line : {"The Coastal Times", "Le Monde", "Die Zeit", "New York", "Middle East", "South Africa",
                                 "World Cup", "Climate Change", "First Edition", "Wembley Stadium", "Supreme Court"}) {
    CAPTURE(line);
    CHECK(read(Lines{kHeadline, line, "2 March 2025"} + kText).byline.empty());
  }
  CHECK(read(Lines{kHeadline, "Selwyn Crown Court 2 March 2025"} + kText).byline.empty());
  CHECK(read(Lines{kHeadline, "Ann Lee in Selwyn", "2 March 2025"} + kText).byline == Lines{"Ann Lee"});
  CHECK(read(Lines{kHeadline, "Prep Time", "30 mins"} + kText).byline.empty());
}

TEST_CASE("a line of pairs may be a program's, or a cook's") {
  CHECK(read(Lines{"Prep:20min Cook:40min Serves:4", kHeadline} + kText).boilerplate.empty());
  CHECK(read(Lines{"open:true day:Monday fog:1 port:0", kHeadline} + kText).headline == kHeadline);
}

TEST_CASE("a page in a script with more marks than letters") {
  const Lines menu{"ပင်မစာမျက်နှာ", "နိုင်ငံရေး", "စီးပွားရေး", "အားကစား",  "ကျန်းမာရေး",
                   "ရာသီဥတု",      "ပညာရေး", "ဗီဒီယို",      "Facebook", "Search"};
  const Lines text{"ဆိပ်ကမ်းကို တနင်္လာနေ့က မြူနှင်းများကြောင့် ပိတ်ထားခဲ့ပြီး နေ့လယ်မတိုင်မီ မည်သည့်သင်္ဘောမျှ မထွက်ခွာနိုင်ခဲ့ပါ။",
                   "မြူနှင်းများ ကင်းစင်သွားသောအခါ ကူးတို့သင်္ဘောသည် မည်သူမျှ သတိမပြုမိဘဲ ထွက်ခွာသွားကြောင်း တွေ့ရှိခဲ့ရသည်။",
                   "ယခုနှစ်ဆောင်းရာသီတွင် ဆိပ်ကမ်းကို မြူနှင်းကြောင့် ဆယ့်တစ်ကြိမ် ပိတ်ခဲ့ရပြီး ယခင်နှစ်များထက် နှစ်ဆဖြစ်သည်။"};
  const Article article = read(menu + Lines{"ဆိပ်ကမ်းကို မြူနှင်းများကြောင့် ပိတ်ထားသည်", "2 March 2025"} + text);
  CHECK(article.body == text);
  CHECK(article.published.iso == "2025-03-02");
}

TEST_CASE("an article goes on behind a box, and does not behind a list of others") {
  const Lines more = kText + kText;
  for (const std::string box : {"Read also", "Lire aussi", "Lesen Sie auch", "Related Story", "相关阅读"}) {
    CAPTURE(box);
    const Article article = read(Lines{kHeadline} + kText + Lines{box, "Lamp Found in Lighthouse"} + more);
    CHECK(article.body == kText + more);
    CHECK(article.boilerplate == Lines{box, "Lamp Found in Lighthouse"});
    Lines others{box};
    for (int i = 0; i < 6; ++i) {
      others.push_back("Another Headline");
      others.push_back("A teaser of another article says in twelve words what it says.");
    }
    CHECK(read(Lines{kHeadline} + kText + others).body == kText);
  }
}

TEST_CASE("the end of a long article behind a box is not lost, a few words behind it are none") {
  Lines text;
  for (int i = 0; i < 8; ++i) text = text + kText;  // some 800 words
  const Lines box{"Read also", "Lamp Found in Lighthouse"};
  const Lines end = kText + Lines{kText[0], kText[1]};  // some 150
  CHECK(read(Lines{kHeadline} + text + box + end).body == text + end);
  // In the copy of a whole page a few words there are the page's.
  CHECK(read(Lines{kHeadline} + text + box + kText).body == text + kText);
  CHECK(read(kMenu + Lines{kHeadline} + text + box + kText + kFooter).body == text);
}

TEST_CASE("comments end an article, however long they are") {
  Lines comments{"3 Comments"};
  for (int i = 0; i < 3; ++i) comments = comments + Lines{"Bo", "March 2, 2025 at 9:40 am"} + kText;
  CHECK(read(Lines{kHeadline} + kText + comments).body == kText);
  // A counter below the first paragraph stands in the head.
  const Lines head{kHeadline, kText[0], "124 Comments"};
  CHECK(read(head + kText + kText + kText).body == Lines{kText[0]} + kText + kText + kText);
}

TEST_CASE("a whole page in Chinese") {
  const Lines menu{"首页",
                   "港口新闻",
                   "体育",
                   "财经新闻频道首页",
                   "国际新闻频道首页",
                   "港口新闻频道首页",
                   "海上天气预报频道",
                   "读者评论频道首页",
                   "登录或者免费注册",
                   "订阅每天的港报"};
  const Lines text{"港务局长周一关闭了塞尔温港口，他说大雾有自己的意见，中午以前任何领航员都不必与它争论。",
                   "领航员表示同意，他们一直打牌到大雾散去，这时人们发现渡轮已经在没有人注意的情况下离开了港口。",
                   "今年冬天港口已经因为大雾关闭了十一次，是灯塔改成旅馆以来任何一年的两倍。"};
  const Article article =
      read(menu + Lines{"大雾第十一次关闭塞尔温港口", "2025年3月2日 10:41", "来源：港报"} + text + menu);
  CHECK(article.headline == "大雾第十一次关闭塞尔温港口");
  CHECK(article.published.iso.substr(0, 10) == "2025-03-02");
  CHECK(article.body == text);
}

TEST_CASE("the text of a record may be a whole page, but is not taken apart where it is none") {
  auto read_record = [](const Lines& lines) {
    Article article;
    article.headline = kHeadline;
    article.headline_from = HeadlineFrom::metadata;
    read_page_text(joined(lines), {default_boilerplate(), kNow, false}, article);
    complete_article(article, kNow);
    return article;
  };
  const Article whole = read_record(
      kMenu + Lines{"Fog closes port of SELWYN for the eleventh time", "By Ann Lee", "2 March 2025"} + kText + kFooter);
  CHECK(whole.headline == kHeadline);
  CHECK(whole.headline_from == HeadlineFrom::metadata);
  CHECK(whole.byline == Lines{"Ann Lee"});
  CHECK(whole.published.iso == "2025-03-02");
  CHECK(whole.body == kText);
  CHECK(read_record(kMenu + kText + kFooter).body == kText);
  CHECK(read_record(Lines{"Fog and Ferry", "Ann Lee", "Tides"} + kText).body.size() == 3 + kText.size());
}
