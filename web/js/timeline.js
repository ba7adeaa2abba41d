// The timeline above the hits: one bar a period. A click or Enter on a bar tells what is typical of it; dragging, Shift and
// a click, or Shift and the arrow keys choose several, which become the dates of the search.
import { newestOnly, Problem } from './api.js';
import { shortPeriodName } from './chart_scale.js';
import { fill, make } from './node.js';
import { periodName, rangeName, within } from './periods.js';
import { grouped } from './query_text.js';
import { address, changed, onlyWhich, searchAddress } from './search_state.js';
import { strings } from './strings.js';
import { createBarChoice } from './timeline_choice.js';
import { createTypical } from './timeline_typical.js';

const leastHeight = 4;  // per cent, so that one article among thousands is still seen

function bar(bucket, interval, most) {
  const fillNode = make('span', { class: 'fill' });
  fillNode.style.blockSize = bucket.count === 0 ? '0' : `${Math.max(leastHeight, (100 * bucket.count) / most)}%`;
  const label = strings.barLabel(periodName(bucket, interval), bucket.count);
  return make('button', { type: 'button', class: 'bar', tabindex: -1, 'aria-label': label, title: label }, fillNode);
}

// Articles of no date at all can be searched for; those of an imprecise one are only counted.
function undatedNode({ undated }, interval, params) {
  const text = strings.undatedBy[interval](undated);
  if (interval !== 'year') return text;
  const query = params.has('q') ? `${grouped(params.get('q'), params)} is:undated` : 'is:undated';
  return make('a', { href: searchAddress(changed(params, { q: query, from: null, to: null })) }, text);
}

function note(answer, series, params) {
  const parts = [strings.timelineBy[answer.interval]];
  if (series.undated > 0) parts.push(undatedNode(series, answer.interval, params));
  if (params.has('from') || params.has('to')) {
    parts.push(make('a', { href: searchAddress(changed(params, { from: null, to: null })) }, strings.timelineAllDates));
  }
  return parts.flatMap((part, at) => (at ? [' · ', part] : [part]));
}

// The names below the bars: the first, the last, and one between where there is room.
function ends(buckets, interval) {
  const last = buckets.length - 1;
  const places = last >= 4 ? [0, Math.round(last / 2), last] : last > 0 ? [0, last] : [0];
  return places.map((at) => make('span', {}, shortPeriodName(buckets[at], interval)));
}

// `goTo` shows another search.
export function createTimeline(section, goTo) {
  const part = (name) => section.querySelector(`.${name}`);
  const ask = newestOnly();
  const typical = createTypical(part('typical'));
  let choice = null;
  let shown = null;  // the address whose answer stands

  function hide() {
    ask.withdraw();
    shown = null;
    section.hidden = true;
    typical.close();
  }

  function draw(answer, params) {
    const [series] = answer.series;
    const { interval } = answer;
    const { buckets } = series;
    const most = Math.max(...buckets.map(({ count }) => count), 0);
    if (most === 0) {
      hide();
      return;
    }
    const bars = buckets.map((bucket) => bar(bucket, interval, most));
    const hadFocus = part('bars').contains(document.activeElement);
    part('bars').replaceChildren(...bars);
    part('most').textContent = strings.number(most);
    part('ends').replaceChildren(...ends(buckets, interval));
    part('timeline-note').replaceChildren(...note(answer, series, params));
    choice = createBarChoice(part('bars'), bars, {
      explain: (at) => typical.open(buckets[at], interval, params, bars[at]),
      narrow: (first, last) => goTo(within(params, buckets[first], buckets[last], interval)),
      label: (first, last) => strings.barsChosen(rangeName(buckets[first], buckets[last], interval)),
    });
    if (hadFocus) choice.focus();
  }

  part('bars').addEventListener('keydown', (event) => choice?.key(event));

  return {
    hide,
    // Another page or order of the same hits leaves the timeline as it stands.
    async show(params) {
      const wanted = address('/api/v1/timeline', onlyWhich(params));
      if (wanted === shown) return;
      typical.close();
      section.hidden = false;
      section.setAttribute('aria-busy', 'true');
      shown = null;
      try {
        const answer = await ask(wanted);
        if (answer === null) return;
        draw(answer, params);
        shown = wanted;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        for (const name of ['bars', 'ends', 'most']) part(name).replaceChildren();
        part('timeline-note').replaceChildren(...fill(strings.timelineProblem, { problem: error.sentence }));
      }
      section.removeAttribute('aria-busy');
    },
  };
}
