// What the search page offers where a search finds nothing or too little.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();

async function search(t, query, more = '') {
  const page = await openWindow(t, world);
  await page.goto(`/?q=${encodeURIComponent(query)}${more}`);
  await sentence(page);
  return page;
}

test('a misspelt word gets a spelling that leads to hits', async (t) => {
  const page = await search(t, 'tug strkie');
  const offer = page.getByRole('link', { name: 'tug strike', exact: true }).first();
  assert.equal(await page.locator('.did-you-mean').textContent(), 'Did you mean tug strike?');
  await offer.click();
  await page.waitForURL(/q=tug\+strike(&|$)/);
  await sentence(page);
  assert.ok((await page.locator('.did-you-mean').count()) === 0);
  assert.deepEqual(page.trouble, []);
});

test('the clause that emptied a search is named, and a search with one clause less leads to its hits', async (t) => {
  const page = await search(t, 'tug xylophone strike');
  assert.deepEqual(await page.locator('.emptied-by').allTextContents(), ['No article has xylophone.']);
  const less = page.getByRole('link', { name: 'tug strike', exact: true });
  await less.click();
  await page.waitForURL(/q=tug\+strike(&|$)/);
  assert.match(await sentence(page), /^\d+ articles/);
});

test('clauses that have articles, but none together, are said to', async (t) => {
  const page = await search(t, 'astrolabe scallop');
  for (const text of await page.locator('.emptied-by').allTextContents()) assert.match(text, /is in \d+ articles?, but in none together with the rest\.$/);
  assert.equal(await page.locator('.emptied-by').count(), 2);
});

test('a search that its dates emptied is offered without them', async (t) => {
  const page = await search(t, 'strike', '&from=1700&to=1700');
  await page.getByRole('listitem').filter({ hasText: 'Without dates and filters' }).getByRole('link').click();
  await page.waitForURL((url) => !url.searchParams.has('from') && !url.searchParams.has('to'));
  assert.match(await sentence(page), /^\d+ articles/);
});

test('a clause is shown as text, whatever it is made of', async (t) => {
  const page = await search(t, '"<img src=x onerror=alert(1)>" strike');
  assert.match(await page.locator('.emptied-by').first().textContent(), /<img src=x onerror=alert\(1\)>/);
  assert.equal(await page.locator('img').count(), 0);
  assert.deepEqual(page.trouble, []);
});
