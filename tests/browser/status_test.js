// The status page: which index answers.
import assert from 'node:assert/strict';
import test from 'node:test';
import { open, openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();

test('the status page says which index answers, and leads to what has no date', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/status');
  const status = await world.server.ask('/api/v1/status');
  const index = page.getByRole('region', { name: 'The index that answers' });
  assert.equal(await index.getByRole('row', { name: 'Articles' }).locator('td').textContent(), String(status.articles));
  assert.equal(await index.getByRole('row', { name: 'Generation' }).locator('td').textContent(), status.generation);
  await page.getByRole('link', { name: 'Show articles of unknown date' }).click();
  await page.waitForURL(/is%3Aundated/);
  assert.match(await sentence(page), /^\d+ articles?/);
  assert.deepEqual(page.trouble, []);
});
