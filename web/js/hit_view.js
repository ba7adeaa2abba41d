// One hit: its headline as the link to the article, a line about it, and the fragments that matched.
import { dotted, make } from './node.js';
import { httpUrl, originalLink } from './original_link.js';
import { publishedNode } from './published.js';
import { runNodes, textNodes } from './runs.js';
import { articleAddress } from './search_state.js';
import { strings } from './strings.js';
import { whyView } from './why_view.js';

const longHeadline = 160;    // characters; a longer one is cut short here and stands whole on its page
const headlineItself = -1;   // fragments[].paragraph
const inSummary = -2;

const name = (text, className) => (text ? make('bdi', { class: className }, text) : null);

function about(hit) {
  return make('p', { class: 'hit-about' }, dotted([
    name(hit.publication, 'publication'),
    publishedNode(hit),
    name(hit.byline.join(', ')),
    name(hit.section),
  ]));
}

// Fragments are cut at words; where a sentence is cut, dots say so.
function withDots(runs) {
  const text = runs.map(([piece]) => piece).join('').trim();
  return [
    /^\p{Ll}/u.test(text) ? '… ' : null,
    ...runNodes(runs),
    /[\p{L}\p{N},;:]$/u.test(text) ? ' …' : null,
  ];
}

function fragment({ runs, paragraph }, language) {
  const label = paragraph === inSummary ? make('span', { class: 'where' }, strings.inSummary, ' ') : null;
  return make('p', { class: 'fragment', dir: 'auto', lang: language }, label, withDots(runs));
}

function copiesLink(hit, params) {
  if (hit.copies === 0) return null;
  return make('a', { class: 'copies', href: `${articleAddress(hit, params)}#copies` }, strings.copies(hit.copies));
}

function original(hit) {
  const url = httpUrl(hit.url);
  return url ? originalLink(url, strings.originalAt(url.hostname)) : null;
}

function foot(hit, params, explanations) {
  const parts = [copiesLink(hit, params), original(hit), whyView(hit, params, explanations)];
  return parts.some(Boolean) ? make('div', { class: 'hit-foot' }, parts) : null;
}

export function hitView(hit, params, explanations) {
  const headline = hit.headline || strings.noHeadline;
  const long = headline.length > longHeadline;
  const fragments = hit.fragments.filter(({ paragraph }) => long || paragraph !== headlineItself);
  return make('li', { class: 'hit' },
    make('h3', { class: long ? 'hit-headline long' : 'hit-headline', dir: 'auto', lang: hit.language },
      make('a', { href: articleAddress(hit, params) }, textNodes(headline, hit.headline_runs))),
    about(hit),
    fragments.map((one) => fragment(one, hit.language)),
    foot(hit, params, explanations));
}
