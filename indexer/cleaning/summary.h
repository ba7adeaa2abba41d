// The summary that a publisher puts above a text: "Highlights" and such headings with bullets below, or the lines of a
// metadata field.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// "Highlights", "Key points", "Key takeaways", "Summary", "Das Wichtigste in Kürze", "要点" … as a line of its own.
bool is_summary_heading(std::string_view line);

// The lines of a summary in one text: one an entry, without bullets. `repaired` as from repair_text().
std::vector<std::string> summary_lines(std::string_view repaired);

}  // namespace backfile
