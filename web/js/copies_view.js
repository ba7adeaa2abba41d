// The copies of an article: the same story in other papers, those first that appeared first.
import { dotted, make } from './node.js';
import { publishedNode } from './published.js';
import { articleAddress } from './search_state.js';
import { strings } from './strings.js';

function copy(hit, isFirst, params) {
  return make('li', {},
    make('a', { href: articleAddress(hit, params), dir: 'auto', lang: hit.language }, hit.headline || strings.noHeadline),
    make('p', { class: 'copy-about' }, dotted([
      hit.publication ? make('bdi', { class: 'publication' }, hit.publication) : null,
      publishedNode(hit),
      isFirst ? strings.appearedFirst : null,
    ])));
}

// `answer` is that of /copies.
export function copiesView(answer, params) {
  return make('section', { class: 'copies-elsewhere', id: 'copies', 'aria-labelledby': 'copies-title' },
    make('h2', { id: 'copies-title' }, strings.copiesTitle),
    answer.first === answer.id ? make('p', { class: 'quiet-note' }, strings.thisAppearedFirst) : null,
    make('ul', {}, answer.hits.map((hit) => copy(hit, hit.id === answer.first, params))));
}
