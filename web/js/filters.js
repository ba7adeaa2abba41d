// What narrows the search, as it stands in the address (publication=…, -topic=…, from=…): each a chip that takes it away.
import { labelText } from './label_text.js';
import { make } from './node.js';
import { publishedText } from './published.js';
import { changed, searchAddress, without } from './search_state.js';
import { strings } from './strings.js';

const labels = ['publication', 'section', 'topic', 'byline', 'language'];

// {name, field, value, excluded} of each filter by a label.
export function filtersOf(params) {
  return [...params].flatMap(([name, value]) => {
    const excluded = name.startsWith('-');
    const field = excluded ? name.slice(1) : name;
    return labels.includes(field) ? [{ name, field, value, excluded }] : [];
  });
}

function labelChip(params, { name, field, value, excluded }) {
  const say = excluded ? strings.filterNot : strings.filter;
  return { text: say(strings.facetNames[field], labelText(field, value)), rest: without(params, name, value) };
}

function dateChip(params, name, say) {
  return { text: say(publishedText(params.get(name), 'day')), rest: changed(params, { [name]: null }) };
}

const dates = ['from', 'to'];
const others = [['in', 'all', 'chipFurniture'], ['collapse', 'none', 'chipNoStories']];

function chipsOf(params) {
  return [
    ...dates.filter((name) => params.has(name)).map((name) => dateChip(params, name, strings.chipDates[name])),
    ...filtersOf(params).map((filter) => labelChip(params, filter)),
    ...others.filter(([name, value]) => params.get(name) === value)
      .map(([name, , text]) => ({ text: strings[text], rest: changed(params, { [name]: null }) })),
  ];
}

// The search with nothing that narrows it but its words.
export function unfiltered(params) {
  const names = [...dates, ...filtersOf(params).map(({ name }) => name)];
  return changed(params, Object.fromEntries(names.map((name) => [name, null])));
}

function chip({ text, rest }, addressOf) {
  return make('li', {}, make('a', { class: 'chip', href: addressOf(rest), 'aria-label': `${strings.removeFilter} ${text}` },
    make('bdi', {}, text), make('span', { class: 'cross', 'aria-hidden': 'true' }, '×')));
}

// `addressOf` makes the links, for a page that is not the search page.
export function showFilters(list, params, addressOf = searchAddress) {
  const chips = chipsOf(params);
  const none = changed(unfiltered(params), { in: null, collapse: null });
  list.replaceChildren(
    ...chips.map((one) => chip(one, addressOf)),
    ...(chips.length > 1 ? [make('li', {}, make('a', { class: 'all', href: addressOf(none) }, strings.removeAll))] : []));
  list.hidden = chips.length === 0;
}
