// The search page: the address is the state; every change of it asks the server and shows the answer.
import { showAdvice } from './advice.js';
import { newestOnly, Problem } from './api.js';
import { showFilters } from './filters.js';
import { hitView } from './hit_view.js';
import { showIndexNote } from './index_note.js';
import { answerSentence, createSentence } from './live_sentence.js';
import { showPages } from './pagination.js';
import { noteScroll, rememberScroll, restoreScroll } from './scroll_memory.js';
import { fillForm, markInvalid, searchOfForm } from './search_form.js';
import { apiAddress, searchAddress, searchOf } from './search_state.js';
import { bindShortcuts, focusBox } from './shortcuts.js';
import { fillStrings, strings } from './strings.js';

const part = (id) => document.getElementById(id);
const form = part('search');
const ask = newestOnly();
let shown = null;  // the query string that the page shows
const sentence = createSentence(part('sentence'), part('again'), () => search());

function showAnswer(answer, params) {
  sentence.say(...answerSentence(answer, params));
  showAdvice(part('advice'), answer, params);
  part('hits').replaceChildren(...answer.hits.map((hit) => hitView(hit, params)));
  part('hits').start = (answer.page - 1) * answer.page_size + 1;
  showPages(part('pages'), answer, params);
  showIndexNote(part('index-note'), answer.index);
}

function showProblem(problem) {
  sentence.problem(problem);
  markInvalid(form, problem.param);
  for (const id of ['advice', 'hits', 'index-note']) part(id).replaceChildren();
  part('pages').hidden = true;
}

async function search() {
  shown = location.search;
  const params = searchOf(shown);
  fillForm(form, params);
  showFilters(part('filters'), params);
  document.title = strings.pageTitle(params.get('q'), Number(params.get('page') ?? 1));
  sentence.say(strings.asking, { tone: 'asking' });
  part('answer').setAttribute('aria-busy', 'true');
  try {
    const answer = await ask(apiAddress(params));
    if (answer === null) return;
    showAnswer(answer, params);
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

// Links to other searches (pages, advice, filters) are followed without loading the page anew.
function follow(event) {
  const link = event.target.closest('a[href]');
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname !== '/' || url.hash) return;
  event.preventDefault();
  part('answer').focus({ preventScroll: true });
  go(searchOf(url.search), part('answer').offsetTop);
}

fillStrings(document);
rememberScroll();
form.addEventListener('submit', (event) => {
  event.preventDefault();
  go(searchOfForm(form, searchOf(location.search)));
});
form.addEventListener('change', (event) => {
  if (event.target.matches('select, [type=checkbox]')) form.requestSubmit();
});
part('answer').addEventListener('click', follow);
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
