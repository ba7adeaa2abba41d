// The parts of the pages that need no browser: dates as precise as known, page numbers, and words in one place.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import test from 'node:test';
import { namedPeriods, valueTicks } from '../../web/js/chart_scale.js';
import { csvText } from '../../web/js/csv.js';
import { pageNumbers } from '../../web/js/pagination.js';
import { within } from '../../web/js/periods.js';
import { publishedText } from '../../web/js/published.js';
import { withWord } from '../../web/js/query_text.js';
import { changed, searchOf, without } from '../../web/js/search_state.js';
import english from '../../web/js/strings/en.js';

test('a date is said as precisely as it is known and no more', () => {
  for (const [published, precision, text] of [
    [null, 'none', 'date unknown'],
    ['2025', 'year', '2025'],
    ['2025-03', 'month', 'March 2025'],
    ['2025-03-03', 'day', '3 March 2025'],
    ['2025-03-03', 'month', 'March 2025'],
    ['2025-03', 'day', 'March 2025'],
    ['2025-03-03T23:30:00-11:00', 'second', '3 March 2025, 23:30 UTC−11'],
    ['2025-03-03T09:15:00+05:30', 'second', '3 March 2025, 09:15 UTC+5:30'],
    ['2025-03-03T09:15:00.25Z', 'second', '3 March 2025, 09:15 UTC'],
    ['2025-03-03T09:15:00', 'second', '3 March 2025, 09:15'],
    ['some day', 'day', 'some day'],
  ]) {
    assert.equal(publishedText(published, precision, { withTime: true }), text, `${published} ${precision}`);
  }
  assert.equal(publishedText('2025-03-03T23:30:00-11:00', 'second'), '3 March 2025');
});

test('page numbers show the ends and the neighbourhood', () => {
  for (const [page, last, numbers] of [
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, 3, 0, 9]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
    [6, 42, [1, 0, 4, 5, 6, 7, 8, 0, 42]],
    [42, 42, [1, 0, 40, 41, 42]],
  ]) {
    assert.deepEqual(pageNumbers(page, last), numbers, `${page} of ${last}`);
  }
});

test('another search starts at page 1 and keeps what was not changed', () => {
  const params = searchOf('?q=+tariff+&page=4&publication=a&publication=b&from=');
  assert.equal(params.toString(), 'q=tariff&page=4&publication=a&publication=b');
  assert.equal(changed(params, { op: 'or' }).toString(), 'q=tariff&publication=a&publication=b&op=or');
  assert.equal(without(params, 'publication', 'a').toString(), 'q=tariff&publication=b');
});

test('the words written in the pages are those of the table of strings', async () => {
  for (const name of ['index.html', 'article.html', 'trends.html', 'help.html', 'status.html']) {
    const text = await readFile(new URL(`../../web/${name}`, import.meta.url), 'utf8');
    const words = [...text.matchAll(/data-string="(\w+)"[^>]*>([^<]*)</g)];
    const labels = [...text.matchAll(/aria-label="([^"]*)" data-label="(\w+)"/g)].map(([, written, key]) => ['', key, written]);
    assert.ok(words.length > 5 && labels.length > 0);
    assert.equal(words.length + labels.length, text.match(/data-(string|label)=/g).length, name);
    for (const [, key, written] of [...words, ...labels]) assert.equal(written, english[key], `${name} ${key}`);
  }
});

test('a text is said by one table of strings alone, and nothing in the table is unused', async () => {
  const js = new URL('../../web/js/', import.meta.url);
  const files = (await readdir(js)).filter((name) => name.endsWith('.js'));
  const html = ['index', 'article', 'trends', 'help', 'status'].map((name) => new URL(`../${name}.html`, js));
  const sources = (await Promise.all([...files.map((name) => new URL(name, js)), ...html].map((file) => readFile(file, 'utf8')))).join('');
  for (const [, key] of sources.matchAll(/\bstrings\.(\w+)(?!\.js)\b/g)) assert.ok(key === 'js' || key in english, key);
  for (const key of Object.keys(english)) assert.match(sources, new RegExp(`\\b${key}\\b`), key);
});

test('a cell that a spreadsheet would take for a formula is made text, and what needs quotes gets them', () => {
  for (const [value, cell] of [
    ['=mining', "'=mining"], ['+1', "'+1"], ['-x', "'-x"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', "'\t=1"],
    ['a,b', '"a,b"'], ['say "x"', '"say ""x"""'], ['="a"', `"'=""a"""`], ['two\nlines', '"two\nlines"'],
    ['plain', 'plain'], [-1.5, '-1.5'], [0.0035, '0.0035'],
  ]) {
    assert.equal(csvText([[value, 'z']]), `${cell},z\r\n`, value);
  }
});

test('the steps of a scale are round and hold the greatest value', () => {
  for (const [most, least, ticks] of [
    [28, 1, [0, 10, 20, 30]],
    [1, 1, [0, 1]],
    [3, 1, [0, 1, 2, 3]],
    [7, 1, [0, 2, 4, 6, 8]],
    [999, 1, [0, 200, 400, 600, 800, 1000]],
    [0.5, 1e-6, [0, 0.1, 0.2, 0.3, 0.4, 0.5]],
  ]) {
    const found = valueTicks(most, 5, least);
    assert.deepEqual(found.map((tick) => Math.round(tick * 1e6) / 1e6), ticks, String(most));
    assert.ok(found.at(-1) >= most);
  }
});

test('the names below a chart begin at round periods and are no more than there is room for', () => {
  const months = Array.from({ length: 38 }, (_, at) => ({ start: new Date(Date.UTC(2021, 10 + at, 1)).toISOString().slice(0, 10) }));
  assert.deepEqual(namedPeriods(months, 'month', 8).map((at) => months[at].start.slice(0, 7)),
    ['2022-01', '2022-07', '2023-01', '2023-07', '2024-01', '2024-07']);
  assert.deepEqual(namedPeriods(months, 'month', 3).map((at) => months[at].start.slice(0, 7)), ['2022-01', '2024-01']);
  assert.deepEqual(namedPeriods(months.slice(0, 5), 'day', 3), [0, 2, 4]);
});

test('dates of a period are written as precisely as the period, and narrower ones stay', () => {
  const march = { start: '2025-03-01', end: '2025-03-31' };
  const may = { start: '2025-05-01', end: '2025-05-31' };
  for (const [given, interval, from, to] of [
    ['q=a&page=3', 'month', '2025-03', '2025-05'],
    ['q=a&from=2025-03-15&to=2025-12-31', 'month', '2025-03-15', '2025-05'],
    ['q=a&from=2025&to=2025-05-20', 'month', '2025-03', '2025-05-20'],
    ['q=a', 'week', '2025-03-01', '2025-05-31'],
    ['q=a&from=2025-04&to=2025-04', 'week', '2025-04', '2025-04'],
    ['q=a', 'year', '2025', '2025'],
  ]) {
    const narrowed = within(searchOf(given), march, may, interval);
    assert.deepEqual([narrowed.get('from'), narrowed.get('to'), narrowed.has('page')], [from, to, false], `${given} ${interval}`);
  }
});

test('a word that is added to a query does not change what was written', () => {
  for (const [query, given, word, whole] of [
    [null, '', 'bauxite', 'bauxite'],
    ['rare earth', '', '"export ban"', 'rare earth "export ban"'],
    ['a OR b', '', 'c', '(a OR b) c'],
    ['a b', 'op=or', 'c', '(a b) AND c'],
    ['a', 'op=or', 'c', 'a AND c'],
    ['a or b', '', 'c', 'a or b c'],
  ]) {
    assert.equal(withWord(query, word, new URLSearchParams(given)), whole);
  }
});
