// Draws series over time as lines: a plain SVG of given width, which knows nothing of the page it stands in.
import { namedPeriods, shortPeriodName, valueTicks } from './chart_scale.js';
import { line, point, swatch } from './series_style.js';
import { draw } from './svg_node.js';
import { strings } from './strings.js';

const margin = { top: 26, right: 14, bottom: 30, left: 58 };
const height = 320;
const legendLine = 22;       // pixels
const mostPoints = 70;       // with more buckets than this, points stand at some of them only
const nameWidth = { day: 100, week: 100, month: 74, year: 52 };
// As printed and downloaded; css/trends.css has the colours of the themes.
const axis = { class: 'axis', stroke: '#857b6a' };
const grid = { class: 'grid', stroke: '#d9d1c1' };
const font = { 'font-family': 'system-ui, sans-serif', 'font-size': 12.5, fill: '#5a5347' };

const valueOf = (bucket, show) => (show === 'share' ? bucket.share : bucket.count);

function axes(frame, ticks, buckets, interval, show, unit) {
  const { x, y, width, bottom } = frame;
  const rows = ticks.flatMap((tick) => [
    draw('line', { ...(tick === 0 ? axis : grid), x1: margin.left, x2: width - margin.right, y1: y(tick), y2: y(tick) }),
    draw('text', { ...font, class: 'label', x: margin.left - 8, y: y(tick) + 4, 'text-anchor': 'end' }, strings.axisValue[show](tick)),
  ]);
  const room = Math.max(2, Math.floor((width - margin.left - margin.right) / nameWidth[interval]));
  const names = namedPeriods(buckets, interval, room).flatMap((at) => [
    draw('line', { ...axis, x1: x(at), x2: x(at), y1: bottom, y2: bottom + 5 }),
    draw('text', { ...font, class: 'label', x: x(at), y: bottom + 19, 'text-anchor': 'middle' }, shortPeriodName(buckets[at], interval)),
  ]);
  const title = draw('text', { ...font, class: 'label', x: 0, y: 12 }, strings.axisTitle[show](unit, interval));
  return draw('g', { 'aria-hidden': 'true' }, title, rows, names);
}

function seriesLines(series, frame, show) {
  const { x, y } = frame;
  return series.map(({ buckets }, number) => {
    const every = Math.ceil(buckets.length / mostPoints);
    const values = buckets.map((bucket) => valueOf(bucket, show));
    return draw('g', {},
      line(number, values.map((value, at) => `${x(at)},${y(value)}`).join(' ')),
      values.flatMap((value, at) => (at % every === 0 ? [point(number, x(at), y(value))] : [])));
  });
}

function legend(series, top) {
  return series.map(({ q }, number) => draw('g', { transform: `translate(${margin.left} ${top + number * legendLine})` },
    swatch(number), draw('text', { ...font, x: 46, y: 12 }, q || strings.everything)));
}

// {svg, count, indexAt(x), xOf(index)}: x in pixels from the left of the drawing. `withLegend` is for a drawing that stands
// alone.
export function drawChart(answer, { show, width, withLegend = false }) {
  const { series, interval, unit } = answer;
  const { buckets } = series[0];
  const bottom = height - margin.bottom;
  const most = Math.max(...series.flatMap((one) => one.buckets.map((bucket) => valueOf(bucket, show))));
  const ticks = valueTicks(most || (show === 'share' ? 0.01 : 1), 5, show === 'share' ? 1e-6 : 1);
  const rounded = (n) => Math.round(n * 100) / 100;
  const step = (width - margin.left - margin.right) / Math.max(1, buckets.length - 1);
  const middle = (width + margin.left - margin.right) / 2;
  const frame = {
    width,
    bottom,
    x: (at) => rounded(buckets.length === 1 ? middle : margin.left + at * step),
    y: (value) => rounded(bottom - (value / ticks.at(-1)) * (bottom - margin.top)),
  };
  const whole = height + (withLegend ? legendLine * series.length + 8 : 0);
  const size = { width, height: whole, viewBox: `0 0 ${width} ${whole}` };
  const svg = draw('svg', { class: 'trend-chart', ...size, role: 'img', 'aria-label': strings.chartLabel(series.length) },
    withLegend ? draw('rect', { width: '100%', height: '100%', fill: '#ffffff' }) : null,
    axes(frame, ticks, buckets, interval, show, unit),
    seriesLines(series, frame, show),
    withLegend ? legend(series, height) : null);
  return {
    svg,
    top: margin.top,
    bottom,
    xOf: frame.x,
    indexAt: (x) => (buckets.length === 1 ? 0 : Math.max(0, Math.min(buckets.length - 1, Math.round((x - margin.left) / step)))),
  };
}
