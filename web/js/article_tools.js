// What a reader takes along from an article: a citation, and the article as a file.
import { citeAt } from './cite_dialog.js';
import { make } from './node.js';
import { exportFormats, menu } from './save_tools.js';
import { strings } from './strings.js';

const exportOf = (id, format) => `/api/v1/export?${new URLSearchParams({ format, id })}`;

export function articleTools({ id }) {
  const cite = make('button', { type: 'button', class: 'tool', 'aria-haspopup': 'dialog' }, strings.cite);
  cite.addEventListener('click', () => citeAt(`/api/v1/articles/${id}/cite`, strings.citeArticle));
  return make('div', { class: 'tools take-along', role: 'group', 'aria-label': strings.takeAlong },
    cite,
    menu(strings.exportTitle, exportFormats.map((format) =>
      make('li', {}, make('a', { href: exportOf(id, format), download: true }, strings.exportFormats[format])))));
}
