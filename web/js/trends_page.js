// The trends page: the address is the state; every change of it asks for the timeline of its searches and draws them.
import { newestOnly, Problem } from './api.js';
import { showFilters } from './filters.js';
import { showIndexNote } from './index_note.js';
import { createSentence } from './live_sentence.js';
import { make } from './node.js';
import { rangeName, within } from './periods.js';
import { address, changed, searchAddress, searchOf } from './search_state.js';
import { markInvalid } from './search_form.js';
import { swatch } from './series_style.js';
import { bindShortcuts, focusBox } from './shortcuts.js';
import { fillStrings, strings } from './strings.js';
import { suggestAt } from './suggestions.js';
import { drawChart } from './trend_chart.js';
import { figuresTable, saveCsv, saveSvg } from './trend_figures.js';
import { createReadout } from './trend_readout.js';
import { fillTrends, showBoxes, shownBoxes, trendsOfForm } from './trends_form.js';

const part = (id) => document.getElementById(id);
const form = part('trends');
const ask = newestOnly();
const sentence = createSentence(part('sentence'), part('again'), () => show());
const readout = createReadout({ plot: part('plot'), slider: part('point'), place: part('readout') }, hitsOf);
const trendsAddress = (params) => address('/trends', params);
let params = searchOf(location.search);
let answer = null;

const wayOf = () => (params.get('show') === 'share' ? 'share' : 'count');

// The search page with the hits of a series, of one period where a bucket is given.
function hitsOf(series, bucket, interval) {
  const search = changed(params, { show: null, interval: null, collapse: null, q: series.q || null });
  return searchAddress(bucket ? within(search, bucket, bucket, interval) : search);
}

function legendItem(series, number) {
  const total = [strings.total(series.total, answer.unit)];
  if (series.undated > 0) total.push(strings.undatedBy[answer.interval](series.undated));
  return make('li', {}, swatch(number),
    make('a', { href: hitsOf(series) }, make('bdi', {}, series.q || strings.everything)), ' ',
    make('span', { class: 'total' }, total.join(', ')));
}

function drawPlot(anew) {
  const width = part('plot').clientWidth;
  if (!answer || width === 0) return;
  const chart = drawChart(answer, { show: wayOf(), width });
  part('plot').replaceChildren(chart.svg);
  readout.attach(chart, answer, { anew });
}

// The table may be of thousands of rows: it is made when it is looked at.
function fillFigures() {
  if (!answer || !part('figures').closest('details').open || part('figures').hasChildNodes()) return;
  part('figures').append(figuresTable(answer, wayOf(), hitsOf));
}

function notesOf({ series }) {
  return series.flatMap(({ q, warnings, partial }) => [
    ...warnings.map(({ message }) => (series.length > 1 ? strings.pair(q, message) : message)),
    ...(partial ? [strings.partialSeries(q)] : []),
  ]);
}

function showAnswer() {
  const { buckets } = answer.series[0];
  const notes = notesOf(answer);
  part('chart').hidden = buckets.length === 0;
  showIndexNote(part('index-note'), answer.index);
  if (buckets.length === 0) return sentence.say(strings.noneDated, { tone: 'none', notes });
  part('legend').replaceChildren(...answer.series.map(legendItem));
  drawPlot(true);
  part('figures').replaceChildren();
  fillFigures();
  return sentence.say(strings.trendsFound(strings.timelineBy[answer.interval], rangeName(buckets[0], buckets.at(-1), answer.interval)), { notes });
}

async function show() {
  params = searchOf(location.search);
  fillTrends(form, params, part('more'));
  showFilters(part('filters'), params, trendsAddress);
  document.title = strings.pageTitle(params.getAll('q').join(', ') || strings.trendsTitle, 1);
  sentence.say(strings.counting, { tone: 'asking' });
  try {
    const timeline = await ask(address('/api/v1/timeline', changed(params, { show: null })));
    if (timeline === null) return;
    answer = timeline;
    showAnswer();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    part('chart').hidden = true;
    sentence.problem(error);
    markInvalid(form, error.param);
  }
}

function go(wanted) {
  history.pushState(null, '', trendsAddress(wanted));
  show();
}

fillStrings(document);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  go(trendsOfForm(form, params));
});
form.addEventListener('change', (event) => { if (event.target.matches('select')) form.requestSubmit(); });
part('more').addEventListener('click', () => {
  const shown = shownBoxes(form);
  showBoxes(form, shown + 1, part('more'));
  form.elements.namedItem('q')[shown].focus();
});
for (const box of form.elements.namedItem('q')) suggestAt(box);
part('figures').closest('details').addEventListener('toggle', fillFigures);
part('save-csv').addEventListener('click', () => saveCsv(answer));
part('save-svg').addEventListener('click', () => saveSvg(answer, wayOf()));
new ResizeObserver(() => drawPlot(false)).observe(part('plot'));
window.addEventListener('popstate', show);
bindShortcuts({
  '/': () => focusBox(part('q1')),
  '?': () => { location.href = '/help'; },
}, part('shortcuts'));
show();
