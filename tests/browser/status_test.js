// The status page: which index answers, and what is in the archive.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import test from 'node:test';
import { open, openWindow, sentence, withBackfile } from './reader.js';

const broken = Array.from({ length: 12 }, (_, number) => `broken-${number}.json`).sort();
const world = withBackfile(async (folder) => {
  await mkdir(folder);
  await Promise.all(broken.map((name) => writeFile(`${folder}/${name}`, '{"headline": "Cut off')));
});

test('the status page says which index answers, and leads to what has no date', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/status');
  const status = await world.server.ask('/api/v1/status');
  const index = page.getByRole('region', { name: 'The index that answers' });
  assert.equal(await index.getByRole('row', { name: 'Articles' }).locator('td').textContent(), String(status.articles));
  assert.equal(await index.getByRole('row', { name: 'Generation' }).locator('td').textContent(), status.generation);
  await page.getByRole('link', { name: 'Show them' }).click();
  await page.waitForURL(/is%3Aundated/);
  assert.match(await sentence(page), /^\d+ articles?/);
  assert.deepEqual(page.trouble, []);
});

test('the archive is told by publication, year and language, each leading to its articles, and by what has no date', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/status');
  const { total, facets } = await world.server.ask('/api/v1/search?facets=publication,year,language&page_size=1');
  for (const [name, field] of [['By publication', 'publication'], ['By year', 'year'], ['By language', 'language']]) {
    const rows = await page.getByRole('region', { name }).locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].slice(0, 2).map((cell) => cell.textContent)));
    assert.deepEqual(rows, facets[field].map(({ count, stories }) => [count.toLocaleString('en-GB'), stories.toLocaleString('en-GB')]), name);
  }
  const undated = (await world.server.ask('/api/v1/search?q=is:undated')).total;
  const dates = await page.getByRole('region', { name: 'Dates' }).locator('tr').evaluateAll((rows) => rows.map((row) => row.querySelector('td').textContent));
  assert.deepEqual(dates, [total - undated, undated].map((n) => n.toLocaleString('en-GB')));
  await page.getByRole('region', { name: 'By publication' }).getByRole('link', { name: 'The Islander' }).click();
  await page.waitForURL((url) => url.searchParams.get('publication') === 'The Islander');
  assert.match(await sentence(page), new RegExp(`^${facets.publication.find(({ value }) => value === 'The Islander').count} article`));
});

test('the run that made the index says what it rejected, why, and in which files', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/status');
  const run = (await world.server.ask('/api/v1/status')).last_run;
  const section = page.getByRole('region', { name: 'The run that made it' });
  assert.match(await section.locator('p').first().textContent(), new RegExp(`${run.indexed} new.*Rejected: ${run.rejected}\\.`));
  const row = section.getByRole('row', { name: /^The text is not JSON/ });
  const { count, files } = run.rejections.find(({ reason }) => reason === 'not_json');
  assert.equal(await row.locator('td').first().textContent(), String(count));
  const shown = await row.locator('li').allTextContents();
  assert.deepEqual(shown, [...files, `and ${count - files.length} more`]);
  assert.deepEqual(page.trouble, []);
});
