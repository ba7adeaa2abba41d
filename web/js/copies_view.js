// The copies of an article: the same story in other papers, those first that appeared first.
import { hitList } from './hit_list.js';
import { make } from './node.js';
import { strings } from './strings.js';

// `answer` is that of /copies.
export function copiesView(answer, params) {
  return make('section', { class: 'elsewhere', id: 'copies', 'aria-labelledby': 'copies-title' },
    make('h2', { id: 'copies-title' }, strings.copiesTitle),
    answer.first === answer.id ? make('p', { class: 'quiet-note' }, strings.thisAppearedFirst) : null,
    hitList(answer.hits, params, ({ id }) => (id === answer.first ? strings.appearedFirst : null)));
}
