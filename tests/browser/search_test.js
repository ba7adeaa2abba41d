// What a reader sees and does on the search page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { ask, headlines, marks, open, openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();

test('a typed query shows highlighted hits, its article has the marks, and going back shows the hits as before', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/');
  assert.match(await ask(page, 'kelpworks'), /^[\d,]+ articles( \([\d,]+ stories\))? in (under )?\d+ ms$/);
  const before = await headlines(page);
  const matched = await marks(page, '.hit');
  assert.ok(matched.length >= before.length);
  assert.ok(matched.every((text) => text.toLowerCase().startsWith('kelpworks')), matched.join(' | '));

  const link = page.locator('.hit h3 a').nth(5);
  const headline = await link.textContent();
  await link.click();
  await page.waitForURL(/\/article\/[^?]+\?q=kelpworks$/);
  await page.locator('h1 mark, .summary mark, .body mark').first().waitFor();
  assert.equal(await page.locator('h1').textContent(), headline);

  await page.goBack();
  await sentence(page);
  assert.deepEqual(await headlines(page), before);
  assert.equal(await page.getByLabel('Search the archive').inputValue(), 'kelpworks');
});

test('the link back to the hits restores the whole search, also in a tab of its own', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks&sort=oldest&page_size=2&page=2');
  const before = await headlines(page);
  const address = await page.locator('.hit h3 a').first().getAttribute('href');
  const tab = await page.context().newPage();
  await open(tab, address);
  await tab.getByRole('link', { name: 'Back to the hits' }).click();
  await sentence(tab);
  assert.deepEqual(await headlines(tab), before);
  assert.equal(await tab.getByLabel('Sort by').inputValue(), 'oldest');
});

test('going back from an article returns to the place in the list where the reader was', async (t) => {
  const page = await openWindow(t, world, { viewport: { width: 375, height: 500 } });
  await open(page, '/?q=kelpworks');
  await page.locator('.hit h3 a').nth(7).click();
  await page.waitForURL(/\/article\//);
  await sentence(page);
  await page.getByRole('link', { name: 'Back to the hits' }).click();
  await sentence(page);
  await page.waitForFunction(() => window.scrollY > 500);
});

test('reload keeps the query, the controls and the hits', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks+tariff&op=or&sort=oldest&from=2020&to=2025-12-31&in=all');
  const before = await headlines(page);
  assert.ok(before.length > 0);
  await page.reload();
  await sentence(page);
  assert.deepEqual(await headlines(page), before);
  assert.equal(await page.getByLabel('Find').inputValue(), 'or');
  assert.equal(await page.getByLabel('Sort by').inputValue(), 'oldest');
  assert.equal(await page.getByLabel('From', { exact: true }).inputValue(), '2020');
  assert.equal(await page.getByLabel('To', { exact: true }).inputValue(), '2025-12-31');
  assert.ok(await page.getByLabel('search page furniture too').isChecked());
});

test('the empty query shows the whole archive, newest first', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/');
  const { hits, total } = await world.server.ask('/api/v1/search');
  assert.match(await sentence(page), new RegExp(`^${total.toLocaleString('en-GB')} articles .*, newest first$`));
  assert.deepEqual(await headlines(page), hits.map((hit) => hit.headline));
});

test('a query with no hits says so and links to wider searches', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks+zzyzzxq');
  assert.match(await sentence(page), /^No article matches this search\./);
  assert.deepEqual(await headlines(page), []);
  await page.getByRole('link', { name: 'kelpworks', exact: true }).click();
  await page.locator('.hit').first().waitFor();
  assert.equal(new URL(page.url()).searchParams.get('q'), 'kelpworks');

  await open(page, '/?q=zzyzzxk+zzyzzxq');
  assert.match(await sentence(page), /^No article matches this search\./);
  await page.getByRole('link', { name: 'any of the words' }).click();
  await page.waitForURL((url) => url.searchParams.get('op') === 'or');
});

test('a parameter that the server refuses shows the sentence of the problem and marks the field', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks&from=yesterday');
  const problem = await world.server.ask('/api/v1/search?q=kelpworks&from=yesterday');
  assert.equal(problem.status, 400);
  assert.ok((await sentence(page)).includes(problem.detail.replace(/\.$/, '')));
  assert.equal(await page.getByLabel('From', { exact: true }).getAttribute('aria-invalid'), 'true');
  assert.deepEqual(await headlines(page), []);
});

test('the warnings of the answer stand below its sentence', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks+-+tariff');
  const { warnings } = await world.server.ask('/api/v1/search?q=kelpworks+-+tariff');
  assert.ok(warnings.length > 0);
  assert.deepEqual(await page.locator('#sentence .note').allTextContents(), warnings.map((warning) => warning.message));
});

test('a hit says its publication, when it appeared, its writers, its copies and where the original is', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=%22harbour+commissioners+of+Vessmoor+raised%22');
  const tariff = page.locator('.hit', { hasText: 'tariff raised' });
  assert.equal(await tariff.locator('.hit-about').textContent(),
    'The Vessmoor Courier · 3 March 2025 · Ines Halloran, Tom Quayle · Business');
  assert.equal(await tariff.getByRole('link', { name: 'original at courier.example' }).getAttribute('rel'), 'noopener noreferrer external');
  await open(page, '/?q=headline:ferry+headline:kelpworks');
  const { hits } = await world.server.ask('/api/v1/search?q=headline:ferry+headline:kelpworks');
  assert.ok(hits.length > 0);
  assert.equal(await page.locator('.copies').count(), hits.filter((hit) => hit.copies > 0).length);
});

test('the foot says which index answered', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks');
  const { index } = await world.server.ask('/api/v1/search?q=kelpworks');
  const note = await page.locator('#index-note').textContent();
  assert.ok(note.includes(`${index.articles.toLocaleString('en-GB')} articles`) && note.includes(index.generation) && /built \d+ \w+ \d{4}/.test(note), note);
});
