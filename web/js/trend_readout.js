// The values of a chart at one point in time. The pointer shows them as it passes; a click, or the slider below the chart, stays
// at a point, from which links lead to its hits.
import { make } from './node.js';
import { periodName } from './periods.js';
import { swatch } from './series_style.js';
import { draw } from './svg_node.js';
import { strings } from './strings.js';

const valueText = ({ count, share }, unit) => strings.valueAndShare(count, share, unit);

// `hitsOf` gives the address of the hits of a series in a bucket.
export function createReadout({ plot, slider, place }, hitsOf) {
  let chart = null;
  let answer = null;
  let stays = 0;
  const cross = draw('line', { class: 'cross-hair', 'aria-hidden': 'true' });

  function show(at) {
    const { series, interval, unit } = answer;
    const name = periodName(series[0].buckets[at], interval);
    for (const end of ['x1', 'x2']) cross.setAttribute(end, chart.xOf(at));
    place.replaceChildren(
      make('p', { class: 'readout-title' }, name),
      make('ul', {}, series.map((one, number) => make('li', {}, swatch(number),
        make('a', { href: hitsOf(one, one.buckets[at], interval) },
          make('bdi', {}, one.q || strings.everything), strings.colon, valueText(one.buckets[at], unit))))));
    return name;
  }

  function stay(at) {
    stays = at;
    slider.value = at;
    const name = show(at);
    const values = answer.series.map((one) => strings.pair(one.q || strings.everything, valueText(one.buckets[at], answer.unit)));
    slider.setAttribute('aria-valuetext', strings.pair(name, values.join('; ')));
  }

  const under = ({ clientX }) => chart.indexAt(clientX - plot.getBoundingClientRect().left);
  plot.addEventListener('pointermove', (event) => { if (chart) show(under(event)); });
  plot.addEventListener('pointerleave', () => { if (chart) show(stays); });
  plot.addEventListener('click', (event) => { if (chart) stay(under(event)); });
  slider.addEventListener('input', () => stay(Number(slider.value)));

  return {
    // A newly drawn chart; `newest` when it is one of other figures.
    attach(drawn, ofAnswer, { anew }) {
      chart = drawn;
      answer = ofAnswer;
      cross.setAttribute('y1', chart.top);
      cross.setAttribute('y2', chart.bottom);
      chart.svg.append(cross);
      const last = answer.series[0].buckets.length - 1;
      slider.max = last;
      stay(anew ? last : stays);
    },
  };
}
