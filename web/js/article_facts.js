// The small print of an article: when it appeared and how that is known, its topics, words, copies, file and original.
import { languageName } from './label_text.js';
import { make } from './node.js';
import { httpUrl, originalLink } from './original_link.js';
import { publishedNode } from './published.js';
import { strings } from './strings.js';

export function publishedLine(article) {
  if (article.published === null && article.published_rejected) {
    return make('span', {}, strings.dateRejected(article.published_rejected));
  }
  return publishedNode(article, { withTime: true });
}

function published(article) {
  const from = strings.publishedFrom[article.published_from];
  return [publishedLine(article), article.published && from ? `, ${from}` : null];
}

function original(text) {
  const url = httpUrl(text);
  return url ? originalLink(url, text) : make('bdi', {}, text);
}

const bdi = (text) => make('bdi', {}, text);

const facts = [
  ['headline', ({ headline_from: from }) => strings.headlineKnownFrom[from] ?? null],
  ['published', published],
  ['topics', ({ topics }) => (topics.length > 0 ? bdi(topics.join(', ')) : null)],
  ['words', ({ words }) => strings.number(words)],
  ['language', ({ language }) => (language ? languageName(language) : null)],
  ['copies', ({ copies }) => (copies > 0 ? strings.copiesElsewhere(copies) : null)],
  ['identifier', ({ identifier }) => (identifier ? bdi(identifier) : null)],
  ['url', ({ url }) => (url ? original(url) : null)],
  ['file', ({ file }) => (file ? bdi(file) : null)],
];

export function articleFacts(article) {
  const rows = facts.map(([key, value]) => [key, value(article)]).filter(([, value]) => value !== null);
  return make('section', { class: 'facts', 'aria-labelledby': 'facts-title' },
    make('h2', { id: 'facts-title' }, strings.factsTitle),
    make('dl', {}, rows.map(([key, value]) => make('div', {}, make('dt', {}, strings.factNames[key]), make('dd', {}, value)))));
}
