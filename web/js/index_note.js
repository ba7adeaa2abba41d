// Says which index answered: its generation, when it was built and how many articles it holds.
import { publishedText } from './published.js';
import { strings } from './strings.js';

export function showIndexNote(place, index) {
  const built = publishedText(index.built_at, 'second', { withTime: true });
  place.textContent = strings.indexNote(index.articles, built, index.generation);
}
