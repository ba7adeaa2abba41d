// Why a hit matched: what each clause of the query found in it and how much it counted. Asked for when first opened, once for
// all hits of an answer.
import { newestOnly, Problem } from './api.js';
import { make } from './node.js';
import { apiAddress } from './search_state.js';
import { strings } from './strings.js';

// A function that gives the explanation of a hit by its id; null where the search was left for another.
export function explanationsOf(params) {
  const ask = newestOnly();
  let asked = null;
  async function all() {
    const explained = new URLSearchParams(params);
    explained.set('explain', '1');
    const answer = await ask(apiAddress(explained));
    return new Map((answer?.hits ?? []).map((hit) => [hit.id, hit.explanation]));
  }
  return async (id) => {
    asked ??= all();
    try {
      return (await asked).get(id) ?? null;
    } catch (error) {
      asked = null;  // another try may go better
      throw error;
    }
  };
}

const placesText = (places) => new Intl.ListFormat(strings.locale).format(places.map((place) => strings.places[place] ?? place));

function row({ clause, places, forms, count, weight }) {
  const found = Object.entries(forms).map(([form, times]) => strings.formTimes(form, times)).join(', ');
  return make('tr', {},
    make('th', { scope: 'row' }, clause ? make('bdi', {}, clause) : strings.whyRest),
    make('td', {}, clause ? make('bdi', {}, found || strings.times(count)) : ''),
    make('td', {}, placesText(places)),
    make('td', { class: 'number' }, strings.weight(weight)));
}

function table(explanation) {
  const heads = ['whyClause', 'whyFound', 'whyPlaces', 'whyWeight'];
  return make('table', {},
    make('thead', {}, make('tr', {}, heads.map((key) => make('th', { scope: 'col', class: key === 'whyWeight' ? 'number' : null }, strings[key])))),
    make('tbody', {}, explanation.map(row)));
}

// A search without words has nothing to explain.
export function whyView(hit, params, explanations) {
  if (!params.has('q')) return null;
  const content = make('div', {}, strings.whyAsking);
  const details = make('details', { class: 'why' }, make('summary', {}, strings.whyTitle), content);
  details.addEventListener('toggle', async () => {
    if (!details.open || content.dataset.filled) return;
    try {
      const explanation = await explanations(hit.id);
      content.replaceChildren(explanation?.length ? table(explanation) : strings.whyNothing);
      content.dataset.filled = 'yes';
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      content.textContent = error.sentence;
    }
  });
  return details;
}
