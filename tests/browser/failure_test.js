// What the pages say when the server is away, slow, loading or wrong.
import assert from 'node:assert/strict';
import test from 'node:test';
import { articleOf, headlines, open, openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();

test('a server that is away is said in a sentence, and another try shows the hits once it is back', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks');
  const before = await headlines(page);
  await world.server.stop();
  await page.getByRole('button', { name: 'Search' }).click();
  await page.locator('#sentence').getByText('The server cannot be reached.').waitFor();
  assert.deepEqual(await headlines(page), []);
  await world.server.start();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.hit').first().waitFor();
  assert.deepEqual(await headlines(page), before);
  assert.equal(await page.getByRole('button', { name: 'Try again' }).isVisible(), false);
});

test('no index loaded is said with what the server says and when to try again', async (t) => {
  const page = await openWindow(t, world);
  await page.route('**/api/v1/**', (route) => route.fulfill({
    status: 503,
    contentType: 'application/problem+json',
    headers: { 'retry-after': '5' },
    body: JSON.stringify({ title: 'No index', status: 503, detail: 'No index is loaded yet.' }),
  }));
  await open(page, '/?q=kelpworks');
  assert.equal(await sentence(page), 'The server is not ready. No index is loaded yet. Try again in 5 seconds.');
  await open(page, '/article/a1');
  assert.equal(await sentence(page), 'The server is not ready. No index is loaded yet. Try again in 5 seconds.');
  await page.getByRole('button', { name: 'Try again' }).waitFor();
});

test('an answer that is no JSON is said in a sentence', async (t) => {
  const page = await openWindow(t, world);
  await page.route('**/api/v1/search*', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<p>a login page</p>' }));
  await open(page, '/?q=kelpworks');
  assert.equal(await sentence(page), 'The server’s answer could not be read.');
});

test('an error without a problem document is said by its number', async (t) => {
  const page = await openWindow(t, world);
  await page.route('**/api/v1/search*', (route) => route.fulfill({ status: 502, contentType: 'text/html', body: 'Bad gateway' }));
  await open(page, '/?q=kelpworks');
  assert.equal(await sentence(page), 'The server answered with an error (502).');
});

test('an answer that comes late does not take the place of a newer one', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/');
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(/search\?q=kelpworks&/, async (route) => {
    await held;
    await route.continue().catch(() => {});  // the page has withdrawn this request by then
  });
  const box = page.getByLabel('Search the archive');
  const withdrawn = page.waitForEvent('requestfailed', (request) => request.url().includes('search?q=kelpworks&'));
  await box.fill('kelpworks');
  await box.press('Enter');
  assert.equal(await page.locator('#sentence').textContent(), 'Searching…');
  await box.fill('lightning');
  await box.press('Enter');
  await withdrawn;
  release();
  await page.locator('.hit', { hasText: 'chimney struck by lightning' }).waitFor();
  const { hits } = await world.server.ask('/api/v1/search?q=lightning');
  assert.deepEqual(await headlines(page), hits.map((hit) => hit.headline));
});

test('a timeline that cannot be had is said above the hits, which stand all the same', async (t) => {
  const page = await openWindow(t, world);
  await page.route('**/api/v1/timeline*', (route) => route.fulfill({ status: 500, contentType: 'text/plain', body: 'no' }));
  await open(page, '/?q=kelpworks');
  await page.getByText('No timeline: The server answered with an error (500).').waitFor();
  assert.ok((await headlines(page)).length > 0);
});

test('related articles that cannot be had are said to be missing below the article', async (t) => {
  const page = await openWindow(t, world);
  await page.route('**/articles/*/related*', (route) => route.fulfill({ status: 500, contentType: 'text/plain', body: 'no' }));
  await open(page, await articleOf(world, 'headline:kelpworks headline:lightning'));
  await page.getByText('Other articles cannot be shown: The server answered with an error (500).').waitFor();
});

test('without JavaScript the pages say so and point to the API', async (t) => {
  const page = await openWindow(t, world, { javaScriptEnabled: false });
  await page.goto('/?q=kelpworks');
  const link = page.locator('noscript a');
  assert.equal(await link.isVisible(), true);
  await link.click();
  assert.equal(JSON.parse(await page.locator('body').innerText()).page, 1);
  await page.goto(await articleOf(world, 'headline:kelpworks headline:lightning'));
  assert.match(await page.locator('noscript').innerText(), /\/api\/v1\/articles\//);
  await page.goto('/trends');
  assert.match(await page.locator('noscript').innerText(), /\/api\/v1\/timeline/);
});
