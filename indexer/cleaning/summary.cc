#include "indexer/cleaning/summary.h"

#include <algorithm>

#include "index/fold.h"
#include "indexer/cleaning/paragraphs.h"

namespace backfile {
namespace {

constexpr std::size_t kLongestHeading = 60;  // bytes

constexpr std::string_view kHeadings[] = {"highlights",
                                          "story highlights",
                                          "article highlights",
                                          "key highlights",
                                          "key points",
                                          "key point",
                                          "the key points",
                                          "main points",
                                          "key takeaways",
                                          "key takeaway",
                                          "takeaways",
                                          "the takeaways",
                                          "key facts",
                                          "key findings",
                                          "summary",
                                          "article summary",
                                          "quick summary",
                                          "in brief",
                                          "in short",
                                          "at a glance",
                                          "quick read",
                                          "tl;dr",
                                          "bullet points",
                                          "what to know",
                                          "what you need to know",
                                          "points cles",
                                          "les points cles",
                                          "l'essentiel",
                                          "en bref",
                                          "en resume",
                                          "resume",
                                          "auf einen blick",
                                          "das wichtigste in kurze",
                                          "in kurze",
                                          "kurz gesagt",
                                          "zusammenfassung",
                                          "puntos clave",
                                          "claves",
                                          "las claves",
                                          "lo esencial",
                                          "resumen",
                                          "en breve",
                                          "in sintesi",
                                          "pontos-chave",
                                          "resumo",
                                          "要点",
                                          "摘要",
                                          "内容提要",
                                          "核心要点",
                                          "本文要点",
                                          "重点",
                                          "重點",
                                          "要約"};

}  // namespace

bool is_summary_heading(std::string_view line) {
  if (line.size() > kLongestHeading) return false;
  std::string folded = fold_label(line);
  while (!folded.empty() && (folded.back() == ':' || folded.back() == ' ')) folded.pop_back();
  return std::ranges::count(kHeadings, folded) > 0;
}

std::vector<std::string> summary_lines(std::string_view repaired) {
  std::vector<std::string> lines;
  for (const Paragraph& paragraph : split_paragraphs(repaired)) {
    const std::string_view bullet = bullet_text(paragraph.text);
    if (!is_summary_heading(paragraph.text)) lines.emplace_back(bullet.empty() ? paragraph.text : bullet);
  }
  return lines;
}

}  // namespace backfile
