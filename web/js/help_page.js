// The help page: the query language as tables of examples that can be tried.
import { make } from './node.js';
import { searchAddress } from './search_state.js';
import { fillStrings, strings } from './strings.js';
import { suggestAt } from './suggestions.js';

const example = (query) => make('a', { class: 'example', href: searchAddress(new URLSearchParams({ q: query })) }, make('bdi', {}, query));

function table({ title, note, rows }, number) {
  const id = `help-${number}`;
  return make('section', { 'aria-labelledby': id },
    make('h2', { id }, title),
    make('table', { class: 'two' },
      make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, strings.helpWrite), make('th', { scope: 'col' }, strings.helpFinds))),
      make('tbody', {}, rows.map(([query, meaning]) =>
        make('tr', {}, make('th', { scope: 'row' }, example(query)), make('td', {}, meaning))))),
    note ? make('p', { class: 'quiet-note' }, note) : null);
}

fillStrings(document);
suggestAt(document.getElementById('q'));
document.title = strings.pageTitle(strings.helpTitle, 1);
document.getElementById('help').append(...strings.help.map(table));
