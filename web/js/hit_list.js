// A short list of other articles: a headline each, with the publication and when it appeared.
import { dotted, make } from './node.js';
import { publishedNode } from './published.js';
import { articleAddress } from './search_state.js';
import { strings } from './strings.js';

// `said` may say more of a hit.
function item(hit, params, said) {
  return make('li', {},
    make('a', { href: articleAddress(hit, params), dir: 'auto', lang: hit.language }, hit.headline || strings.noHeadline),
    make('p', { class: 'about' }, dotted([
      hit.publication ? make('bdi', { class: 'publication' }, hit.publication) : null,
      publishedNode(hit),
      said(hit),
    ])));
}

export function hitList(hits, params, said = () => null) {
  return make('ul', { class: 'hit-list' }, hits.map((hit) => item(hit, params, said)));
}
