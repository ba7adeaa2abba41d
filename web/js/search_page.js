// The search page: the address is the state; every change of it asks the server and shows the answer.
import { showAdvice } from './advice.js';
import { newestOnly, Problem } from './api.js';
import { focusFacet, foldByWidth, showFacets, withFacets } from './facets.js';
import { showFilters } from './filters.js';
import { hitView } from './hit_view.js';
import { showIndexNote } from './index_note.js';
import { answerSentence, createSentence } from './live_sentence.js';
import { showPages } from './pagination.js';
import { showSaveTools } from './save_tools.js';
import { noteScroll, rememberScroll, restoreScroll } from './scroll_memory.js';
import { fillForm, markInvalid, searchOfForm } from './search_form.js';
import { apiAddress, changed, searchAddress, searchOf } from './search_state.js';
import { bindShortcuts, focusBox } from './shortcuts.js';
import { fillStrings, strings } from './strings.js';
import { suggestAt } from './suggestions.js';
import { createTimeline } from './timeline.js';
import { explanationsOf } from './why_view.js';

const part = (id) => document.getElementById(id);
const form = part('search');
const ask = newestOnly();
const timeline = createTimeline(part('timeline'), (params) => go(params, window.scrollY));
let shown = null;  // the query string that the page shows
const sentence = createSentence(part('sentence'), part('again'), () => search());

function showAnswer(answer, params) {
  sentence.say(...answerSentence(answer, params));
  showAdvice(part('advice'), answer, params);
  showFacets(part('narrow'), answer, params);
  const explanations = explanationsOf(params);
  part('hits').replaceChildren(...answer.hits.map((hit) => hitView(hit, params, explanations)));
  part('hits').start = (answer.page - 1) * answer.page_size + 1;
  showPages(part('pages'), answer, params);
  showIndexNote(part('index-note'), answer.index);
}

function showProblem(problem) {
  sentence.problem(problem);
  markInvalid(form, problem.param);
  for (const id of ['advice', 'hits', 'index-note']) part(id).replaceChildren();
  for (const id of ['pages', 'narrow', 'tools']) part(id).hidden = true;
  timeline.hide();
}

// An order by chance keeps its seed in the address, so that its pages, a reload and a link show the same order.
function keepSeed(answer, params) {
  part('shuffle').hidden = params.get('sort') !== 'random';
  if (part('shuffle').hidden) return params;
  part('shuffle').firstElementChild.href = searchAddress(changed(params, { seed: null }));
  if (params.has('seed') || answer.seed === null) return params;
  const seeded = new URLSearchParams(params);
  seeded.set('seed', answer.seed);
  history.replaceState(history.state, '', searchAddress(seeded));
  shown = location.search;
  showSaveTools(part('tools'), seeded);
  return seeded;
}

async function search() {
  shown = location.search;
  const params = searchOf(shown);
  fillForm(form, params);
  showFilters(part('filters'), params);
  showSaveTools(part('tools'), params);
  part('found-title').textContent = params.has('q') ? strings.foundFor(params.get('q')) : strings.foundTitle;
  document.title = strings.pageTitle(params.get('q'), Number(params.get('page') ?? 1));
  sentence.say(strings.asking, { tone: 'asking' });
  part('answer').setAttribute('aria-busy', 'true');
  try {
    timeline.show(params);
    const answer = await ask(apiAddress(withFacets(params)));
    if (answer === null) return;
    showAnswer(answer, keepSeed(answer, params));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    showProblem(error);
  }
  part('answer').removeAttribute('aria-busy');
  restoreScroll();
}

// `scroll` is how far down the new answer is first shown.
function go(params, scroll = 0) {
  const address = searchAddress(params);
  noteScroll();
  if (address === location.pathname + location.search) history.replaceState({ scroll }, '', address);
  else history.pushState({ scroll }, '', address);
  return search();
}

// Links to other searches (pages, advice, filters) are followed without loading the page anew. Among the facets a reader goes
// on choosing; all others lead to the new answer.
async function follow(event) {
  const link = event.target.closest('a[href]');
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname !== '/' || url.hash) return;
  event.preventDefault();
  const { facet } = link.dataset;
  if (!facet) part('answer').focus({ preventScroll: true });
  await go(searchOf(url.search), facet ? window.scrollY : part('found').offsetTop);
  if (facet) focusFacet(part('narrow'), facet);
}

fillStrings(document);
rememberScroll();
foldByWidth(part('narrow'));
suggestAt(form.elements.namedItem('q'));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  go(searchOfForm(form, searchOf(location.search)));
});
form.addEventListener('change', (event) => {
  if (event.target.matches('select, [type=checkbox]')) form.requestSubmit();
});
document.querySelector('main').addEventListener('click', follow);
window.addEventListener('popstate', () => {
  if (location.search !== shown) search();  // a jump within the page is no search
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted && part('answer').hasAttribute('aria-busy')) search();
});
bindShortcuts({
  '/': () => focusBox(form.elements.namedItem('q')),
  '?': () => { location.href = '/help'; },
}, part('shortcuts'));
search();
