// What is in the archive, as tables: articles by publication, year and language, and how many have no known date.
import { labelText } from './label_text.js';
import { make } from './node.js';
import { searchAddress } from './search_state.js';
import { strings } from './strings.js';
import { draw } from './svg_node.js';

const facets = ['publication', 'year', 'language'];

// One search of the whole archive answers all of it; `undatedAddress` asks for what is in no year.
export const archiveAddress = `/api/v1/search?page_size=1&fragments=0&facets=${facets.join(',')}`;
export const undatedAddress = '/api/v1/search?q=is%3Aundated&page_size=1&fragments=0';

const searchFor = (field, value) => searchAddress(new URLSearchParams(field === 'year' ? { from: value, to: value } : { [field]: value }));

function bar(count, most) {
  return draw('svg', { class: 'share-bar', viewBox: '0 0 100 1', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    draw('rect', { width: Math.round((1000 * count) / most) / 10, height: 1 }));
}

function row(field, { value, count, stories }, most) {
  return make('tr', {},
    make('th', { scope: 'row' }, make('a', { href: searchFor(field, value) }, make('bdi', {}, labelText(field, value)))),
    make('td', { class: 'number' }, strings.number(count)),
    make('td', { class: 'number' }, strings.number(stories)),
    make('td', { class: 'bar-cell' }, bar(count, most)));
}

function table(field, values, different) {
  const id = `by-${field}`;
  const most = Math.max(...values.map(({ count }) => count));
  return make('section', { 'aria-labelledby': id },
    make('h2', { id }, strings.archiveBy[field]),
    make('table', { class: 'counts' },
      make('thead', {}, make('tr', {},
        make('th', { scope: 'col' }, strings.facetNames[field]),
        make('th', { scope: 'col', class: 'number' }, strings.statusArticles),
        make('th', { scope: 'col', class: 'number' }, strings.archiveStories),
        make('td', {}))),
      make('tbody', {}, values.map((value) => row(field, value, most)))),
    different > values.length ? make('p', { class: 'quiet-note' }, strings.facetBeyond(different - values.length)) : null);
}

function dates(total, undated) {
  const link = make('a', { href: searchAddress(new URLSearchParams({ q: 'is:undated' })) }, strings.statusUndated);
  const rows = [[strings.archiveDated, total - undated, null], [strings.archiveUndated, undated, undated > 0 ? link : null]];
  return make('section', { 'aria-labelledby': 'dates' },
    make('h2', { id: 'dates' }, strings.archiveDates),
    make('table', {}, make('tbody', {}, rows.map(([name, count, more]) =>
      make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, strings.number(count)), make('td', {}, more))))));
}

// The answers to archiveAddress and undatedAddress.
export function archiveTables(archive, undated) {
  const known = facets.filter((field) => (archive.facets[field] ?? []).length > 0);
  return [dates(archive.total, undated.total), ...known.map((field) => table(field, archive.facets[field], archive.facet_values?.[field] ?? 0))];
}
