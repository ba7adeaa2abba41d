// What a reader can do about a search: another spelling, and, when nothing matched, links to wider searches.
import { fill, make } from './node.js';
import { filtersOf } from './filters.js';
import { changed, searchAddress } from './search_state.js';
import { strings } from './strings.js';

const link = (text, params) => make('a', { href: searchAddress(params) }, text);

function spelling(answer, params) {
  if (!answer.did_you_mean) return null;
  const better = make('a', { href: searchAddress(changed(params, { q: answer.did_you_mean })), dir: 'auto' }, answer.did_you_mean);
  return make('p', { class: 'did-you-mean' }, fill(strings.didYouMean, { query: better }));
}

function words(params) {
  const several = /\S\s+\S/.test(params.get('q') ?? '');
  if (!several || params.get('op') === 'or') return [strings.adviceWords];
  return fill(strings.adviceDrop, { any: link(strings.adviceAny, changed(params, { op: 'or' })) });
}

function wider(params) {
  const items = [];
  if (params.has('q')) items.push(words(params));
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

export function showAdvice(place, answer, params) {
  const pastTheEnd = answer.total > 0 && answer.hits.length === 0;
  const items = answer.total === 0 ? wider(params) : [];
  place.replaceChildren(...[
    spelling(answer, params),
    pastTheEnd ? make('p', {}, link(strings.firstPage, changed(params, {}))) : null,
    items.length > 0 ? make('h3', {}, strings.adviceTitle) : null,
    items.length > 0 ? make('ul', {}, items.map((item) => make('li', {}, item))) : null,
  ].filter(Boolean));
}
