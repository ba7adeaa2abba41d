// The figures of a chart: as a table on the page, as CSV, and the chart itself as a file.
import { csvText } from './csv.js';
import { download } from './download.js';
import { make } from './node.js';
import { periodName } from './periods.js';
import { strings } from './strings.js';
import { drawChart } from './trend_chart.js';

const byteOrderMark = '\uFEFF';  // by which spreadsheets know UTF-8
const fileWidth = 960;           // pixels

const nameOf = ({ q }) => q || strings.everything;

// The values that the chart shows; each leads to its hits.
export function figuresTable(answer, show, hitsOf) {
  const { series, interval } = answer;
  const rows = series[0].buckets.map((bucket, at) => make('tr', {},
    make('th', { scope: 'row' }, periodName(bucket, interval)),
    series.map((one) => make('td', { class: 'number' },
      make('a', { href: hitsOf(one, one.buckets[at], interval) }, strings.value[show](one.buckets[at][show]))))));
  return make('table', {},
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, strings.figuresPeriod),
      series.map((one) => make('th', { scope: 'col', class: 'number' }, make('bdi', {}, nameOf(one)))))),
    make('tbody', {}, rows));
}

export function figuresCsv({ series, unit }) {
  const heads = series.flatMap((one) => [strings.csvCount(nameOf(one), unit), strings.csvShare(nameOf(one))]);
  const rows = series[0].buckets.map(({ start, end, all }, at) =>
    [start, end, all, ...series.flatMap(({ buckets }) => [buckets[at].count, buckets[at].share])]);
  return csvText([[...strings.csvPeriod(unit), ...heads], ...rows]);
}

export function saveCsv(answer) {
  download('backfile-trends.csv', 'text/csv;charset=utf-8', byteOrderMark + figuresCsv(answer));
}

export function saveSvg(answer, show) {
  const { svg } = drawChart(answer, { show, width: fileWidth, withLegend: true });
  download('backfile-trends.svg', 'image/svg+xml', new XMLSerializer().serializeToString(svg));
}
