// What those whom a credit names have done: written, or taken pictures, edited, translated.
//
//   Story and photos by Ann Lee                      Ann Lee
//   Text: Anna Lehr, Fotos: Karl Maus                Anna Lehr
//   (Reporting by Ann Lee; Editing by Bo Ek)         Ann Lee
//   Ann Lee, illustrations by Bo Ek                  Ann Lee
//   Translated by Bo Ek                              nobody
//
// A work is named by one or more words of the lists, joined by "and" or its like, with "by" or a colon behind them.
#pragma once

#include <string_view>
#include <vector>

namespace backfile {

struct WritingPart {
  std::string_view text;  // of names; not empty
  bool marked = false;    // behind words that say so
};

// The parts of a credit that name its writers, in their order. One that speaks of no work is all one part.
std::vector<WritingPart> writing_parts(std::string_view credit);

}  // namespace backfile
