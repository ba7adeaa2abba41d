// The periods of a timeline: what they are called, and the dates from and to that mean them.
import { publishedText } from './published.js';
import { changed } from './search_state.js';
import { strings } from './strings.js';

const precision = { day: 'day', week: 'day', month: 'month', year: 'year' };
const written = { day: 10, week: 10, month: 7, year: 4 };  // characters of a date that is no more precise than the interval

// "March 2025", "the week of 3 March 2025".
export function periodName({ start }, interval) {
  const name = publishedText(start, precision[interval]);
  return interval === 'week' ? strings.weekOf(name) : name;
}

// "March to May 2025" is said in full: from one period to the other.
export function rangeName(first, last, interval) {
  const [from, to] = [periodName(first, interval), periodName(last, interval)];
  return from === to ? from : strings.periodRange(from, to);
}

// The search within these periods. Dates that stand in the address already and are narrower remain.
export function within(params, first, last, interval) {
  const length = written[interval];
  const [start, end] = [first.start.slice(0, length), last.end.slice(0, length)];
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  return changed(params, {
    from: from > first.start ? from : start,
    to: to !== '' && to < last.end.slice(0, to.length) ? to : end,
  });
}
