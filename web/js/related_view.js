// Other stories that are about the same.
import { hitList } from './hit_list.js';
import { make } from './node.js';
import { strings } from './strings.js';

// `answer` is that of /related. Null where nothing is related.
export function relatedView(answer, params) {
  if (answer.hits.length === 0) return null;
  return make('section', { class: 'elsewhere', id: 'related', 'aria-labelledby': 'related-title' },
    make('h2', { id: 'related-title' }, strings.relatedTitle),
    hitList(answer.hits, params, ({ copies }) => (copies > 0 ? strings.copies(copies) : null)));
}
