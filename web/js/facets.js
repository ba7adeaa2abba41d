// The facets: what the hits are made of, by label and year. Each value is a link to the search with it, and beside it one
// to the search without it; the address stays the only state.
import { labelText } from './label_text.js';
import { make } from './node.js';
import { changed, including, searchAddress, without } from './search_state.js';
import { strings } from './strings.js';

const facets = ['publication', 'section', 'topic', 'byline', 'language', 'year'];
const shownAtFirst = 6;

// The parameters of a request that also asks for the facets.
export function withFacets(params) {
  const asked = new URLSearchParams(params);
  asked.set('facets', facets.join(','));
  return asked;
}

// A year is no label of its own: it stands for dates from and to.
const yearIn = (params, value) => params.get('from') === value && params.get('to') === value;

function isChosen(params, field, value) {
  return field === 'year' ? yearIn(params, value) : params.getAll(field).includes(value);
}

function toggled(params, field, value) {
  const chosen = isChosen(params, field, value);
  if (field === 'year') return changed(params, chosen ? { from: null, to: null } : { from: value, to: value });
  return chosen ? without(params, field, value) : including(without(params, `-${field}`, value), field, value);
}

function excludeLink(params, field, value, text) {
  if (field === 'year') return null;
  const name = `-${field}`;
  const out = params.getAll(name).includes(value);
  const rest = out ? without(params, name, value) : including(without(params, field, value), name, value);
  const said = strings.leaveOut(text);
  return make('a', {
    class: 'leave-out',
    href: searchAddress(rest),
    title: said,
    'aria-label': said,
    'aria-current': out ? 'true' : null,
    'data-facet': `${name}=${value}`,
  }, make('span', { 'aria-hidden': 'true' }, '−'));
}

function valueItem(params, field, { value, count, stories }) {
  const text = labelText(field, value);
  const link = make('a', {
    class: 'value',
    href: searchAddress(toggled(params, field, value)),
    title: strings.facetCount(count, stories),
    'aria-current': isChosen(params, field, value) ? 'true' : null,
    'data-facet': `${field}=${value}`,
  }, make('span', { class: 'box', 'aria-hidden': 'true' }), make('bdi', {}, text), ' ', make('span', { class: 'count' }, strings.number(count)));
  return make('li', {}, link, excludeLink(params, field, value, text));
}

// Folds away what comes after the first few and is not chosen; the button is where the reader goes on.
function showMore(items) {
  const hidden = items.slice(shownAtFirst).filter((item) => !item.querySelector('[aria-current]'));
  if (hidden.length < 2) return null;
  for (const item of hidden) item.hidden = true;
  const button = make('button', { type: 'button', class: 'more' }, strings.facetMore(hidden.length));
  button.addEventListener('click', () => {
    for (const item of hidden) item.hidden = false;
    button.remove();
    hidden[0].querySelector('a').focus();
  });
  return button;
}

function facet(params, field, values, different) {
  const id = `facet-${field}`;
  const items = values.map((value) => valueItem(params, field, value));
  const beyond = different - values.length;
  return make('section', { class: 'facet', 'aria-labelledby': id },
    make('h3', { id }, strings.facetNames[field]),
    make('ul', {}, items),
    showMore(items),
    beyond > 0 ? make('p', { class: 'beyond' }, strings.facetBeyond(beyond)) : null);
}

// `place` holds a list of facets and is hidden where there is none.
export function showFacets(place, answer, params) {
  const found = facets.filter((field) => (answer?.facets?.[field] ?? []).length > 0);
  place.querySelector('.facet-list').replaceChildren(...found.map((field) =>
    facet(params, field, answer.facets[field], answer.facet_values?.[field] ?? 0)));
  place.hidden = found.length === 0;
}

// Puts the focus where it was before the facets were shown anew: on the same value.
export function focusFacet(place, key) {
  const link = [...place.querySelectorAll('[data-facet]')].find((one) => one.dataset.facet === key);
  if (!link) return;
  link.closest('li').hidden = false;
  link.focus({ preventScroll: true });
}

// Open beside the hits where there is room, folded above them where there is not.
export function foldByWidth(details) {
  const wide = matchMedia('(min-width: 66rem)');
  const fold = () => { details.open = wide.matches; };
  wide.addEventListener('change', fold);
  fold();
}
