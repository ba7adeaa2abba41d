// Answers of the search as JSON: the members and their order are the contract of the API. Every member is always
// there: null, [] or 0 where there is nothing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/http/json_response.h"
#include "server/search/answer.h"
#include "server/search/request.h"

namespace backfile {

Json search_answer_json(const SearchAnswer& answer, const SearchRequest& request, double took_ms);

Json parse_answer_json(const ParseAnswer& answer, const SearchRequest& request);

Json timeline_answer_json(const TimelineAnswer& answer, const TimelineRequest& request, double took_ms);

Json terms_answer_json(const TermsAnswer& answer, const TermsRequest& request, double took_ms);

Json copies_answer_json(const CopiesAnswer& answer);

Json related_answer_json(const RelatedAnswer& answer);

// The members of a hit, in their order.
std::span<const std::string_view> hit_members();

// The article's fields at top level, then `index`; the runs too where `with_runs`.
Json article_answer_json(const ArticleAnswer& answer, bool with_runs);

Json index_state_json(const IndexState& index);

}  // namespace backfile
