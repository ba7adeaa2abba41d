// What is typical of one period of a timeline: words that stand out against the rest of the time, each a link that adds it
// to the query, and the stories that rank first.
import { newestOnly, Problem } from './api.js';
import { hitList } from './hit_list.js';
import { make } from './node.js';
import { periodName, within } from './periods.js';
import { withWord } from './query_text.js';
import { address, changed, onlyWhich, searchAddress } from './search_state.js';
import { strings } from './strings.js';

function termsAddress(params, bucket) {
  const asked = onlyWhich(params);
  asked.set('from', bucket.start);
  asked.set('to', bucket.end);
  asked.set('against', 'rest');
  return address('/api/v1/terms', asked);
}

function word({ term, query, count }, params) {
  const wider = changed(params, { q: withWord(params.get('q'), query, params) });
  return make('li', {}, make('a', { class: 'chip', href: searchAddress(wider), title: strings.articles(count) }, make('bdi', {}, term)));
}

function content(answer, narrower, params) {
  const { terms, hits } = answer;
  return [
    terms.length > 0
      ? make('ul', { class: 'words', 'aria-label': strings.typicalWords }, terms.map((term) => word(term, params)))
      : make('p', { class: 'quiet-note' }, strings.typicalNothing),
    answer.partial ? make('p', { class: 'quiet-note' }, strings.partial) : null,
    hits.length > 0 ? make('h4', {}, strings.typicalStories) : null,
    hits.length > 0 ? hitList(hits, narrower, ({ copies }) => (copies > 0 ? strings.copies(copies) : null)) : null,
    make('p', {}, make('a', { href: searchAddress(narrower) }, strings.typicalOnly(answer.total))),
  ].filter(Boolean);
}

export function createTypical(place) {
  const ask = newestOnly();
  let opener = null;

  function close() {
    opener?.classList.remove('explained');
    opener = null;
    place.hidden = true;
    place.replaceChildren();
  }

  function closeButton() {
    const button = make('button', { type: 'button', class: 'quiet' }, strings.close);
    button.addEventListener('click', () => leave());
    return button;
  }

  function leave() {
    const back = opener;
    close();
    back?.focus();
  }

  place.addEventListener('keydown', (event) => { if (event.key === 'Escape') leave(); });

  return {
    close,
    async open(bucket, interval, params, bar) {
      close();
      opener = bar;
      bar.classList.add('explained');
      const title = make('h3', { id: 'typical-title', tabindex: -1 }, strings.typicalOf(periodName(bucket, interval)));
      const waiting = make('p', { class: 'quiet-note' }, strings.typicalAsking);
      place.replaceChildren(make('div', { class: 'typical-head' }, title, closeButton()), waiting);
      place.hidden = false;
      try {
        const answer = await ask(termsAddress(params, bucket));
        if (answer === null || opener !== bar) return;
        waiting.replaceWith(...content(answer, within(params, bucket, bucket, interval), params));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        waiting.textContent = error.sentence;
      }
      title.focus({ preventScroll: true });
    },
  };
}
