// Chooses the language of the page's words and puts them into the elements that name one. A further language is a file
// like strings/en.js and a line in `languages`.
import en from './strings/en.js';

const languages = new Map([['en', en]]);

function chosen() {
  const wanted = globalThis.navigator?.languages ?? [];
  const known = wanted.map((tag) => languages.get(tag.toLowerCase().split('-')[0])).find(Boolean);
  return known ?? en;
}

export const strings = chosen();

export function fillStrings(root) {
  root.documentElement.lang = strings.language;
  for (const node of root.querySelectorAll('[data-string]')) {
    node.textContent = strings[node.dataset.string];
  }
  for (const node of root.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', strings[node.dataset.label]);
  }
}
