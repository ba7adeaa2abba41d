// Previous, next and page numbers as real links.
import { make } from './node.js';
import { changed, searchAddress } from './search_state.js';
import { strings } from './strings.js';

// 1 … 4 5 6 7 8 … 42 around page 6; 0 stands for a gap. A gap of one page is that page.
export function pageNumbers(page, last) {
  const wanted = [1, last];
  for (let near = page - 2; near <= page + 2; near += 1) wanted.push(near);
  const shown = [...new Set(wanted)].filter((n) => n >= 1 && n <= last).sort((a, b) => a - b);
  return shown.flatMap((n, at) => {
    const skipped = at === 0 ? 0 : n - shown[at - 1] - 1;
    if (skipped === 0) return [n];
    return skipped === 1 ? [n - 1, n] : [0, n];
  });
}

export function lastPage(answer, params) {
  const listed = params.get('collapse') === 'none' ? answer.total : answer.stories;
  return Math.ceil(listed / answer.page_size);
}

export function showPages(nav, answer, params) {
  const { page } = answer;
  const last = lastPage(answer, params);
  const to = (n) => searchAddress(changed(params, { page: n === 1 ? null : n }));
  const step = (n, text, rel) => make('li', { class: rel }, make('a', { href: to(n), rel }, text));
  const numbers = pageNumbers(page, last).map((n) => (n === 0
    ? make('li', { class: 'gap' }, '…')
    : make('li', {}, make('a', { href: to(n), 'aria-current': n === page ? 'page' : null, 'aria-label': strings.pageNumber(n) }, strings.number(n)))));
  nav.querySelector('ul').replaceChildren(...[
    page > 1 && page <= last ? step(page - 1, strings.previousPage, 'prev') : null,
    ...numbers,
    page < last ? step(page + 1, strings.nextPage, 'next') : null,
  ].filter(Boolean));
  nav.hidden = last <= 1 || page > last;
}
