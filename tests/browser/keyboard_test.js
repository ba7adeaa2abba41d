// The whole journey without a mouse.
import assert from 'node:assert/strict';
import test from 'node:test';
import { open, openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();
const mostTabs = 40;

// Presses Tab until the focus is on what `selector` names.
async function tabTo(page, selector) {
  for (let press = 0; press < mostTabs; press += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`${selector} is not within ${mostTabs} Tab presses`);
}

test('searching, reading, walking the matches and going back need only keys', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/');
  await page.keyboard.press('/');
  await page.keyboard.type('kelpworks tariff');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=kelpworks/);
  await page.locator('.hit mark').first().waitFor();

  await tabTo(page, '.narrow .unseen');
  assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().width > 50));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.hit h3 a')));
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, 'solid');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/article\//);
  await sentence(page);

  await page.keyboard.press('n');
  assert.ok(await page.evaluate(() => document.activeElement.matches('mark[aria-current]')));
  await tabTo(page, '#previous');
  await page.keyboard.press('Enter');
  assert.match(await page.locator('#place').textContent(), /^Match (\d+) of \1$/);

  await page.evaluate(() => document.activeElement.blur());
  await tabTo(page, '#back');
  await page.keyboard.press('Enter');
  await page.locator('.hit').first().waitFor();
  assert.equal(await page.getByLabel('Search the archive').inputValue(), 'kelpworks tariff');
});

test('the first Tab reaches a link that skips to the hits, without searching again', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks');
  const searches = [];
  page.on('request', (request) => { if (request.url().includes('/api/')) searches.push(request.url()); });
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the hits');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#answer$/);
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.hit h3 a')));
  assert.deepEqual(searches, []);
});

test('after turning the page the focus is at the new hits', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks&page_size=3');
  await tabTo(page, '.skip');
  await page.keyboard.press('Enter');
  await tabTo(page, '.pages .next a');
  await page.keyboard.press('Enter');
  await page.waitForURL(/page=2/);
  await sentence(page);
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.hit:first-child h3 a')));
});
