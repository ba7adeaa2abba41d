// The help page, and the way to it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test from 'node:test';
import { openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
  await page.getByRole('link', { name: 'To the search page' }).click();
  await page.waitForURL((url) => url.pathname === '/');
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing to mend on the help page in ${colorScheme} colours, and it fits a phone`, async (t) => {
    const page = await openWindow(t, world, { colorScheme, viewport: { width: 320, height: 640 } });
    await page.goto('/help');
    await page.locator('.example').first().waitFor();
    assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 320);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map(({ id }) => id), []);
  });
}
