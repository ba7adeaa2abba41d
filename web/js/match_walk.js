// Walks through the marked words of an article, forwards and backwards and round again, and says which one it is.
import { strings } from './strings.js';

export function createMatchWalk(text, place) {
  const marks = [...text.querySelectorAll('mark')];
  let at = -1;

  function step(by) {
    if (marks.length === 0) return;
    marks[at]?.removeAttribute('aria-current');
    at = at < 0 && by < 0 ? marks.length - 1 : (at + by + marks.length) % marks.length;
    const mark = marks[at];
    const folded = mark.closest('details');
    if (folded) folded.open = true;
    mark.setAttribute('aria-current', 'true');
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    mark.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
    place.textContent = strings.place(at + 1, marks.length);
  }

  place.textContent = strings.place(0, marks.length);
  return { count: marks.length, next: () => step(1), previous: () => step(-1) };
}
