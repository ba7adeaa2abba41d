// The help page: the query language as tables of examples that can be tried.
import { make } from './node.js';
import { searchAddress } from './search_state.js';
import { bindShortcuts, focusBox } from './shortcuts.js';
import { fillStrings, strings } from './strings.js';
import { suggestAt } from './suggestions.js';

const example = (query) => make('a', { class: 'example', href: searchAddress(new URLSearchParams({ q: query })) }, make('bdi', {}, query));

function table({ title, note, rows }, id, [first, second]) {
  return make('section', { 'aria-labelledby': id },
    make('h2', { id }, title),
    make('table', { class: 'two' },
      make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, first), make('th', { scope: 'col' }, second))),
      make('tbody', {}, rows.map(([what, meaning]) =>
        make('tr', {}, make('th', { scope: 'row' }, what), make('td', {}, meaning))))),
    note ? make('p', { class: 'quiet-note' }, note) : null);
}

function languageTable({ title, note, rows }, number) {
  const examples = rows.map(([query, meaning]) => [example(query), meaning]);
  return table({ title, note, rows: examples }, `help-${number}`, [strings.helpWrite, strings.helpFinds]);
}

function keysTable() {
  const rows = strings.helpKeys.map(([keys, does]) => [keys.split(' ').flatMap((key) => [make('kbd', {}, key), ' ']), does]);
  return table({ title: strings.helpKeysTitle, rows }, 'help-keys', [strings.helpKey, strings.helpDoes]);
}

fillStrings(document);
suggestAt(document.getElementById('q'));
document.title = strings.pageTitle(strings.helpTitle, 1);
document.getElementById('help').append(...strings.help.map(languageTable), keysTable());
bindShortcuts({ '/': () => focusBox(document.getElementById('q')) }, document.getElementById('shortcuts'));
