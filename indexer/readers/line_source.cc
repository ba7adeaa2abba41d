#include "indexer/readers/line_source.h"

#include <algorithm>

namespace backfile {

void LineSource::keep(std::string_view piece) {
  if (too_large_) return;
  if (line_.size() + piece.size() > most_) {
    too_large_ = true;
    line_.clear();
    return;
  }
  line_ += piece;
}

bool LineSource::next(SourceLine& line) {
  line_.clear();
  too_large_ = false;
  bool any = false;
  bool ended = false;
  while (!ended) {
    if (begin_ == end_) {
      begin_ = 0;
      end_ = stream_.read(buffer_);
      if (end_ == 0) break;
    }
    any = true;
    const std::string_view unread(buffer_.data() + begin_, end_ - begin_);
    const std::size_t newline = unread.find('\n');
    ended = newline != std::string_view::npos;
    keep(unread.substr(0, newline));
    begin_ += ended ? newline + 1 : unread.size();
  }
  if (!ended && (!any || stream_.fault())) return false;
  ended_whole_ = ended;
  line = {line_, ++number_, too_large_};
  return true;
}

}  // namespace backfile
