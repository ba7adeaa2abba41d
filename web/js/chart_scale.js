// The scales of a chart: round numbers for its values, and which periods are named below it.
import { publishedText } from './published.js';
import { strings } from './strings.js';

// The steps of a scale from 0 that holds `most`, about `wanted` of them: 1, 2 or 5 times a power of ten apart. `least` is the
// smallest step that means something (1 for counts).
export function valueTicks(most, wanted, least) {
  const rough = Math.max(most / wanted, least);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough * 0.999);
  const ticks = [];
  for (let n = 0; n === 0 || (n - 1) * step < most; n += 1) ticks.push(n * step);
  return ticks;
}

const stepsOf = { month: [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200], year: [1, 2, 5, 10, 20, 50, 100] };

// Months count from January of year 0, so that steps of a year begin in January.
function ordinal({ start }, interval) {
  const year = Number(start.slice(0, 4));
  return interval === 'year' ? year : 12 * year + Number(start.slice(5, 7)) - 1;
}

// Which of the buckets are named, at most `most` of them: [index, ...].
export function namedPeriods(buckets, interval, most) {
  const indexes = buckets.map((_, at) => at);
  const steps = stepsOf[interval];
  if (!steps) {
    const step = Math.max(1, Math.ceil(buckets.length / most));
    return indexes.filter((at) => at % step === 0);
  }
  const step = steps.find((size) => buckets.length / size <= most) ?? steps.at(-1);
  return indexes.filter((at) => ordinal(buckets[at], interval) % step === 0);
}

const toTheDay = { day: 'numeric', month: 'short', year: 'numeric' };
const short = { day: toTheDay, week: toTheDay, month: { month: 'short', year: 'numeric' } };

export function shortPeriodName({ start }, interval) {
  const options = short[interval];
  if (!options) return publishedText(start, 'year');
  return new Intl.DateTimeFormat(strings.locale, { ...options, timeZone: 'UTC' }).format(new Date(`${start}T00:00:00Z`));
}
