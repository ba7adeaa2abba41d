// Says when an article appeared, as precisely as it is known and no more: "date unknown", "2025", "March 2025",
// "3 March 2025". The day is the day as written in the source, never moved to the reader's time zone.
import { make } from './node.js';
import { strings } from './strings.js';

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
const units = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
};

function zone(offset) {
  if (!offset) return '';
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? [null, '+', '00', '00'];
  if (hours === '00' && minutes === '00') return ' UTC';
  return ` UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

export function publishedText(published, precision, { withTime = false } = {}) {
  if (!published || precision === 'none') return strings.dateUnknown;
  const parts = shape.exec(published);
  if (!parts) return published;
  const [, year, month, day, time, offset] = parts;
  const unit = precision === 'year' || !month ? 'year' : precision === 'month' || !day ? 'month' : 'day';
  const moment = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const date = new Intl.DateTimeFormat(strings.locale, { ...units[unit], timeZone: 'UTC' }).format(moment);
  return withTime && precision === 'second' && time ? strings.dateAndTime(date, time + zone(offset)) : date;
}

export function publishedNode(article, options) {
  const text = publishedText(article.published, article.published_precision, options);
  return article.published && shape.test(article.published)
    ? make('time', { datetime: article.published }, text)
    : make('span', {}, text);
}
