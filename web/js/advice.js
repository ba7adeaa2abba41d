// What a reader can do about a search: another spelling, and, when nothing matched, links to wider searches.
import { fill, make } from './node.js';
import { filtersOf, unfiltered } from './filters.js';
import { changed, searchAddress } from './search_state.js';
import { strings } from './strings.js';

const link = (text, params) => make('a', { href: searchAddress(params), dir: 'auto' }, text);

function spelling(answer, params) {
  if (!answer.did_you_mean) return null;
  const better = make('a', { href: searchAddress(changed(params, { q: answer.did_you_mean })), dir: 'auto' }, answer.did_you_mean);
  return make('p', { class: 'did-you-mean' }, fill(strings.didYouMean, { query: better }));
}

// Each clause that emptied the search, as a sentence.
function emptied(answer) {
  return answer.no_hits.emptied_by.map(({ clause, total }) =>
    make('p', { class: 'emptied-by' }, fill(total === 0 ? strings.noArticleHas : strings.noneTogether(total), { clause: make('b', { dir: 'auto' }, clause) })));
}

// Searches that have hits, each with how many.
function instead(answer, params) {
  return answer.no_hits.instead
    .filter(({ query }) => query !== answer.did_you_mean)
    .map(({ query, total, reason }) => {
      const wider = reason === 'no_filters' ? unfiltered(params) : changed(params, { q: query });
      return fill(strings.instead[reason], { query: link(query, wider), total: strings.articles(total) });
    });
}

function words(params) {
  const several = /\S\s+\S/.test(params.get('q') ?? '');
  if (!several || params.get('op') === 'or') return [strings.adviceWords];
  return fill(strings.adviceDrop, { any: link(strings.adviceAny, changed(params, { op: 'or' })) });
}

// What was not tried: other words, and, one by one, what narrows the search.
function wider(params, tried) {
  const items = [];
  if (params.has('q') && tried.length === 0) items.push(words(params));
  if (params.has('from') || params.has('to')) {
    items.push(fill(strings.adviceDates, { all: link(strings.adviceDatesLink, changed(params, { from: null, to: null })) }));
  }
  const filters = filtersOf(params);
  if (filters.length > 0) {
    const none = Object.fromEntries(filters.map(({ name }) => [name, null]));
    items.push(fill(strings.adviceFilters, { all: link(strings.adviceFiltersLink, changed(params, none)) }));
  }
  if (params.has('q') && params.get('in') !== 'all') {
    items.push(fill(strings.adviceFurniture, { furniture: link(strings.adviceFurnitureLink, changed(params, { in: 'all' })) }));
  }
  return items;
}

function helpful(answer, params) {
  if (!answer.no_hits) return [];
  const tried = instead(answer, params);
  return [...tried, ...wider(params, tried)];
}

export function showAdvice(place, answer, params) {
  const pastTheEnd = answer.total > 0 && answer.hits.length === 0;
  const items = helpful(answer, params);
  place.replaceChildren(...[
    spelling(answer, params),
    ...(answer.no_hits ? emptied(answer) : []),
    pastTheEnd ? make('p', {}, link(strings.firstPage, changed(params, {}))) : null,
    items.length > 0 ? make('h3', {}, strings.adviceTitle) : null,
    items.length > 0 ? make('ul', {}, items.map((item) => make('li', {}, item))) : null,
  ].filter(Boolean));
}
