// What is asked of articles themselves: one, its copies, others like it, all of a search.
#include <xapian.h>

#include <algorithm>
#include <functional>
#include <memory>

#include "server/search/article_reader.h"
#include "server/search/copies.h"
#include "server/search/filters.h"
#include "server/search/highlighter.h"
#include "server/search/match_set.h"
#include "server/search/query_builder.h"
#include "server/search/query_print.h"
#include "server/search/reading.h"
#include "server/search/related.h"
#include "server/search/searcher.h"

namespace backfile {
namespace {

using Xapian::Query;

// Leases a handle, lists documents, and keeps the handle for whoever reads their articles.
FoundArticles listed(DatabasePool& pool,
                     const std::function<std::vector<Xapian::docid>(const SearchHandle&, FoundArticles&)>& list) {
  DatabasePool::Lease lease = pool.lease();
  try {
    FoundArticles found;
    found.index = state_of(*lease->generation);
    std::vector<Xapian::docid> docids = list(*lease, found);
    found.total = static_cast<std::uint32_t>(docids.size());
    found.next = [reader = std::make_shared<ArticleReader>(std::move(lease), std::move(docids))] {
      return reader->next();
    };
    return found;
  } catch (const Xapian::Error& error) {
    lease.discard();
    throw IndexError("searching failed: " + error.get_description());
  }
}

}  // namespace

std::optional<ArticleAnswer> Searcher::article(const std::string& id, const SearchRequest& request) const {
  const ParsedQuery parsed = parsed_query(request);
  return with_handle(pool_, [&](const SearchHandle& handle) -> std::optional<ArticleAnswer> {
    std::optional<Article> article = find_article(handle, id);
    if (!article) return std::nullopt;
    ArticleAnswer answer;
    answer.article = std::move(*article);
    answer.index = state_of(*handle.generation);
    if (parsed.root.kind == QueryKind::everything) return answer;
    Highlighter(build_query(parsed.root, handle, Deadline(times_.query), true).clauses, true).highlight(answer);
    return answer;
  });
}

std::optional<CopiesAnswer> Searcher::copies(const std::string& id) const {
  return with_handle(pool_, [&](const SearchHandle& handle) -> std::optional<CopiesAnswer> {
    const std::optional<Article> article = find_article(handle, id);
    if (!article) return std::nullopt;
    CopiesAnswer answer;
    answer.id = id;
    answer.story = article->story;
    answer.index = state_of(*handle.generation);
    for (Article& one : articles_of_story(*article, handle)) {
      if (answer.first.empty() && one.published.known()) answer.first = one.id;
      if (one.id != id) answer.copies.emplace_back().article = std::move(one);
    }
    show_plainly(answer.copies);
    return answer;
  });
}

FoundArticles Searcher::find_all(const SearchRequest& request) const {
  const ParsedQuery parsed = parsed_query(request);
  return listed(pool_, [&](const SearchHandle& handle, FoundArticles& found) {
    const Deadline deadline(times_.listing);
    const BuiltQuery built = build_query(parsed.root, handle, deadline, request.in_boilerplate);
    const Query query = with_filters(built.query, request, handle.database);
    found.parsed = print_query(parsed.root);
    found.warnings = as_warnings(parsed.warnings, built.warnings);
    auto docids = find_all_matches(query, request, !ranks_articles(parsed.root), handle, deadline);
    found.partial = deadline.cut();
    return docids;
  });
}

FoundArticles Searcher::find_articles(const std::vector<std::string>& ids) const {
  return listed(pool_, [&](const SearchHandle& handle, FoundArticles& found) {
    std::vector<Xapian::docid> docids;
    for (const std::string& id : ids) {
      const Xapian::docid docid = docid_of(handle, id);
      if (docid == 0) {
        found.unknown_id = id;
        break;
      }
      docids.push_back(docid);
    }
    return docids;
  });
}

std::optional<RelatedAnswer> Searcher::related(const std::string& id, std::uint32_t most) const {
  return with_handle(pool_, [&](const SearchHandle& handle) -> std::optional<RelatedAnswer> {
    const std::optional<Article> article = find_article(handle, id);
    if (!article) return std::nullopt;
    const Deadline deadline(times_.query);
    const std::vector<RankedMatch> found = related_articles(*article, handle, deadline);
    RelatedAnswer answer;
    answer.id = id;
    answer.partial = deadline.cut();
    answer.total = static_cast<std::uint32_t>(found.size());
    answer.index = state_of(*handle.generation);
    answer.hits = read_hits(std::span(found).first(std::min<std::size_t>(found.size(), most)), handle);
    show_plainly(answer.hits);
    return answer;
  });
}

}  // namespace backfile
