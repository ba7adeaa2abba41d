// The help page, and the way to it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();

test('every example of the help page is a search that is understood without a warning', async (t) => {
  const page = await openWindow(t, world);
  await page.goto('/help');
  const examples = page.locator('.example');
  await examples.first().waitFor();
  const addresses = await examples.evaluateAll((links) => links.map(({ href }) => new URL(href).search));
  assert.ok(addresses.length >= 20);
  for (const search of addresses) {
    const answer = await world.server.ask(`/api/v1/search${search}&strict=1`);
    assert.deepEqual(answer.warnings, [], search);
  }
  await page.getByRole('link', { name: 'harbour -ferry' }).click();
  await page.waitForURL(/\/\?q=harbour/);
  assert.match(await sentence(page), /articles/);
  assert.deepEqual(page.trouble, []);
});

test('the key ? leads to the help page, and its links lead back', async (t) => {
  const page = await openWindow(t, world);
  await page.goto('/');
  await sentence(page);
  await page.keyboard.press('?');
  await page.waitForURL(/\/help$/);
  assert.equal(await page.title(), 'How to search – Backfile');
  await page.getByRole('navigation', { name: 'Pages', exact: true }).getByRole('link', { name: 'Search' }).click();
  await page.waitForURL((url) => url.pathname === '/');
});

test('the help page names the keys', async (t) => {
  const page = await openWindow(t, world);
  await page.goto('/help');
  const keys = page.getByRole('region', { name: 'Keys' });
  assert.deepEqual(await keys.locator('kbd').allTextContents(), ['/', '↓', '↑', '←', '→', 'n', 'p', '?']);
  await page.keyboard.press('/');
  assert.ok(await page.evaluate(() => document.activeElement.id === 'q'));
});
