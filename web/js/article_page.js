// The article page: asks for the article that the address names, with the search that led to it, and shows both ways on:
// through the matches and back to the hits.
import { newestOnly, Problem } from './api.js';
import { articleTools } from './article_tools.js';
import { articleNodes } from './article_view.js';
import { copiesView } from './copies_view.js';
import { showIndexNote } from './index_note.js';
import { createSentence } from './live_sentence.js';
import { createMatchWalk } from './match_walk.js';
import { make } from './node.js';
import { relatedView } from './related_view.js';
import { searchAddress, searchOf } from './search_state.js';
import { bindShortcuts, focusBox } from './shortcuts.js';
import { fillStrings, strings } from './strings.js';
import { suggestAt } from './suggestions.js';

const part = (id) => document.getElementById(id);
const params = searchOf(location.search);
const ask = newestOnly();
const sentence = createSentence(part('sentence'), part('again'), open);
let walk = null;

function apiAddress() {
  const id = location.pathname.replace(/^\/article\//, '');
  const query = params.has('q') ? `?${new URLSearchParams({ q: params.get('q') })}` : '';
  return `/api/v1/articles/${id}${query}`;
}

function showArticle(article) {
  sentence.say('');
  document.title = strings.pageTitle(article.headline || strings.noHeadline, 1);
  part('article').replaceChildren(...articleNodes(article), articleTools(article));
  walk = createMatchWalk(part('article'), part('place'));
  part('walk').hidden = walk.count === 0;
  showIndexNote(part('index-note'), article.index);
  showOthers(article);
}

// What the article says stands already: other articles that cannot be had now are left out, and that is said.
async function others(address, view) {
  try {
    const answer = await newestOnly()(address);
    return answer === null ? null : view(answer, params);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return make('p', { class: 'quiet-note' }, strings.othersProblem(error.sentence));
  }
}

async function showOthers({ id, copies }) {
  const asked = [others(`/api/v1/articles/${id}/related`, relatedView)];
  if (copies > 0) asked.unshift(others(`/api/v1/articles/${id}/copies`, copiesView));
  part('others').replaceChildren(...(await Promise.all(asked)).filter(Boolean));
  if (location.hash === '#copies') document.getElementById('copies')?.scrollIntoView();
}

async function open() {
  sentence.say(strings.opening, { tone: 'asking' });
  try {
    const article = await ask(apiAddress());
    if (article !== null) showArticle(article);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 404) sentence.say(strings.noArticle, { tone: 'problem' });
    else sentence.problem(error);
  }
}

// Going back in the history also brings back the place in the list; a link is what remains when there is nothing to go back to.
function wayBack() {
  const link = part('back');
  link.href = searchAddress(params);
  if (params.size > 0) link.textContent = strings.toHits;
  link.addEventListener('click', (event) => {
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!plain || document.referrer !== link.href || history.length < 2) return;
    event.preventDefault();
    history.back();
  });
}

fillStrings(document);
part('q').value = params.get('q') ?? '';
suggestAt(part('q'));
wayBack();
part('next').addEventListener('click', () => walk?.next());
part('previous').addEventListener('click', () => walk?.previous());
bindShortcuts({
  '/': () => focusBox(part('q')),
  n: () => walk?.next(),
  p: () => walk?.previous(),
  '?': () => { location.href = '/help'; },
}, part('shortcuts'));
open();
