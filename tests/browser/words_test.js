// The parts of the pages that need no browser: dates as precise as known, page numbers, and words in one place.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { pageNumbers } from '../../web/js/pagination.js';
import { publishedText } from '../../web/js/published.js';
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
  for (const name of ['index.html', 'article.html']) {
    const text = await readFile(new URL(`../../web/${name}`, import.meta.url), 'utf8');
    const words = [...text.matchAll(/data-string="(\w+)"[^>]*>([^<]*)</g)];
    assert.ok(words.length > 5);
    for (const [, key, written] of words) assert.equal(written, english[key], `${name} ${key}`);
  }
});
