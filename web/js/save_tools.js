// What a reader takes along from a search: every hit as a file, a citation, a feed that follows it, its course over time.
import { citeAt } from './cite_dialog.js';
import { make } from './node.js';
import { address, changed, exportAddress, feedAddress, onlyWhich } from './search_state.js';
import { strings } from './strings.js';

export const exportFormats = ['csv', 'jsonl', 'ris', 'bibtex'];
const feedTypes = { atom: 'application/atom+xml', rss: 'application/rss+xml', json: 'application/feed+json' };

const download = (href, text) => make('li', {}, make('a', { href, download: true }, text));

// A disclosure that closes as menus do: at Escape, and when the reader goes on elsewhere.
export function menu(title, items) {
  const details = make('details', { class: 'menu' }, make('summary', {}, title), make('ul', {}, items));
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    details.querySelector('summary').focus();
  });
  details.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
  });
  return details;
}

function showAlternates(params) {
  for (const old of document.head.querySelectorAll('link[rel="alternate"]')) old.remove();
  for (const [format, type] of Object.entries(feedTypes)) {
    document.head.append(make('link', { rel: 'alternate', type, title: strings.feedTitle(params.get('q'), format), href: feedAddress(params, format) }));
  }
}

function citeAddress(params) {
  return address('/api/v1/cite', changed(params, { facets: null, explain: null, pretty: null, fields: null, fragments: null }));
}

export function showSaveTools(place, params) {
  const trends = onlyWhich(params);
  const cite = make('button', { type: 'button', class: 'tool', 'aria-haspopup': 'dialog' }, strings.cite);
  cite.addEventListener('click', () => citeAt(citeAddress(params), strings.citeSearch));
  place.replaceChildren(
    menu(strings.exportTitle, exportFormats.map((format) => download(exportAddress(params, format), strings.exportFormats[format]))),
    cite,
    menu(strings.followTitle, Object.keys(feedTypes).map((format) =>
      make('li', {}, make('a', { href: feedAddress(params, format), type: feedTypes[format] }, strings.feedFormats[format])))),
    make('a', { class: 'tool', href: address('/trends', trends) }, strings.toTrend));
  place.hidden = false;
  showAlternates(params);
}
