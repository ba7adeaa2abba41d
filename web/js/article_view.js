// One article to read: head, summary, body, what was set aside, and the facts about it.
import { articleFacts, publishedLine } from './article_facts.js';
import { dotted, make } from './node.js';
import { textNodes } from './runs.js';
import { strings } from './strings.js';

const longHeadline = 140;  // characters; longer ones are set smaller

const bdi = (text, className) => (text ? make('bdi', { class: className }, text) : null);

// A list of texts, with the runs of each where the server gave them.
function texts(tag, plain, runs, attributes = {}) {
  return plain.map((text, at) => make(tag, { dir: 'auto', ...attributes }, textNodes(text, runs?.[at])));
}

function head(article) {
  const headline = article.headline || strings.noHeadline;
  const names = new Intl.ListFormat(strings.locale).format(article.byline);
  const note = strings.headlineFrom[article.headline_from];
  const place = dotted([bdi(article.publication, 'publication'), bdi(article.section)]);
  return make('header', { class: 'article-head' },
    place.length > 0 ? make('p', { class: 'article-place' }, place) : null,
    make('h1', { dir: 'auto', lang: article.language, class: headline.length > longHeadline ? 'long' : null },
      textNodes(headline, article.headline_runs)),
    note ? make('p', { class: 'quiet-note' }, note) : null,
    make('p', { class: 'article-byline' }, dotted([names ? bdi(strings.by(names)) : null, publishedLine(article)])));
}

function summary(article) {
  if (article.summary.length === 0) return null;
  return make('section', { class: 'summary', 'aria-labelledby': 'summary-title' },
    make('h2', { id: 'summary-title' }, strings.summaryTitle),
    make('ul', { lang: article.language }, texts('li', article.summary, article.summary_runs)));
}

function body(article) {
  if (article.body.length === 0) return make('p', { class: 'quiet-note' }, strings.noBody);
  const saidInText = article.dateline && article.body[0].startsWith(article.dateline);
  const dateline = article.dateline && !saidInText ? make('p', { class: 'dateline', dir: 'auto' }, article.dateline) : null;
  return make('div', { class: 'body', lang: article.language }, dateline, texts('p', article.body, article.body_runs));
}

function boilerplate(article) {
  if (article.boilerplate.length === 0) return null;
  return make('details', { class: 'set-aside' },
    make('summary', {}, strings.setAside(article.boilerplate.length)),
    make('div', { lang: article.language }, texts('p', article.boilerplate, article.boilerplate_runs)));
}

export function articleNodes(article) {
  return [head(article), summary(article), body(article), boilerplate(article), articleFacts(article)].filter(Boolean);
}
