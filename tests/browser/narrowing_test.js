// Going on from an answer: other pages, another order, filters.
import assert from 'node:assert/strict';
import test from 'node:test';
import { ask, headlines, open, openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();

test('page numbers and the links before and after them are addresses that show those hits', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks&page_size=3');
  const first = await headlines(page);
  await page.getByRole('link', { name: 'Next', exact: true }).click();
  await page.waitForURL(/page=2/);
  await page.locator('.pages [aria-current="page"]', { hasText: '2' }).waitFor();
  const second = await headlines(page);
  const { hits } = await world.server.ask('/api/v1/search?q=kelpworks&page_size=6');
  assert.deepEqual([...first, ...second], hits.map((hit) => hit.headline));
  await page.goBack();
  await page.locator('.pages [aria-current="page"]', { hasText: '1' }).waitFor();
  assert.deepEqual(await headlines(page), first);
});

test('a page after the last one says so and links to the first', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks&page=90');
  assert.match(await sentence(page), /^There is no page 90/);
  await page.getByRole('link', { name: 'Go to the first page' }).click();
  await page.locator('.hit').first().waitFor();
});

test('a filter in the address is shown, stays with a new query and can be taken away', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks&publication=The+Islander');
  await ask(page, 'lightning');
  assert.equal(new URL(page.url()).searchParams.get('publication'), 'The Islander');
  await page.getByRole('link', { name: 'remove Publication: The Islander' }).click();
  await page.waitForURL((url) => !url.searchParams.has('publication'));
  assert.equal(await page.locator('#filters').isVisible(), false);
});

test('choosing another order asks again at once', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks');
  await page.getByLabel('Sort by').selectOption('oldest');
  await page.waitForURL(/sort=oldest/);
  await sentence(page);
  const { hits } = await world.server.ask('/api/v1/search?q=kelpworks&sort=oldest');
  assert.deepEqual(await headlines(page), hits.map((hit) => hit.headline));
});

test('an order by chance stays what it is through pages, a reload and a link, until it is shuffled again', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks&page_size=5');
  await page.getByLabel('Sort by').selectOption('random');
  await page.waitForURL(/seed=\d+/);
  const first = await headlines(page);
  const address = page.url();
  await page.reload();
  await sentence(page);
  assert.deepEqual(await headlines(page), first);
  await page.getByRole('link', { name: 'Next', exact: true }).click();
  await page.locator('.pages [aria-current="page"]', { hasText: '2' }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get('seed'), new URL(address).searchParams.get('seed'));
  const both = [...first, ...await headlines(page)];
  assert.equal(new Set(await page.locator('.hit h3 a').evaluateAll((links) => links.map(({ pathname }) => pathname))).size, both.length - first.length);
  const known = await world.server.ask(`/api/v1/search${new URL(address).search}`);
  assert.deepEqual(first, known.hits.map(({ headline }) => headline));
  await page.getByRole('link', { name: 'Shuffle again' }).click();
  await page.waitForURL((url) => url.searchParams.has('seed') && !address.includes(`seed=${url.searchParams.get('seed')}`));
  await page.getByLabel('Sort by').selectOption('relevance');
  await page.waitForURL((url) => !url.searchParams.has('seed'));
  await page.getByRole('link', { name: 'Shuffle again' }).waitFor({ state: 'hidden' });  // it goes with the answer
});
