// The filters that stand in the address (publication=…, -topic=…), each with a link that takes it away.
import { make } from './node.js';
import { searchAddress, without } from './search_state.js';
import { strings } from './strings.js';

// [parameter, field, value, excluded] of each filter.
export function filtersOf(params) {
  return [...params].flatMap(([name, value]) => {
    const excluded = name.startsWith('-');
    const field = excluded ? name.slice(1) : name;
    return Object.hasOwn(strings.filterNames, field) ? [{ name, field, value, excluded }] : [];
  });
}

export function showFilters(list, params) {
  const filters = filtersOf(params);
  list.replaceChildren(...filters.map(({ name, field, value, excluded }) => {
    const say = excluded ? strings.filterNot : strings.filter;
    const text = say(strings.filterNames[field], value);
    return make('li', {}, make('bdi', {}, text), ' ',
      make('a', { href: searchAddress(without(params, name, value)), 'aria-label': `${strings.removeFilter} ${text}` }, strings.removeFilter));
  }));
  list.hidden = filters.length === 0;
}
