// The facets beside the hits, and the chips of what narrows a search.
import assert from 'node:assert/strict';
import test from 'node:test';
import { open, openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();
const facetOf = (page, name) => page.locator('#narrow').getByRole('region', { name });
const valuesOf = (page, name) => facetOf(page, name).locator('.value');
const api = (params) => world.server.ask(`/api/v1/search?${new URLSearchParams(params)}`);

async function follow(page, link, wanted) {
  await link.click();
  await page.waitForURL((url) => wanted(url.searchParams));
  await sentence(page);
  await page.locator('#answer:not([aria-busy])').waitFor();
}

test('each facet lists its values with how many articles have them', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks');
  const { facets } = await api({ q: 'kelpworks', facets: 'publication,year' });
  const shown = await valuesOf(page, 'Publication').evaluateAll((links) => links.map((link) => [link.querySelector('bdi').textContent, link.querySelector('.count').textContent]));
  assert.deepEqual(shown, facets.publication.map(({ value, count }) => [value, String(count)]));
  const years = await valuesOf(page, 'Year').locator('bdi').allTextContents();
  assert.deepEqual(years, facets.year.map(({ value }) => value));
  const [first] = facets.publication;
  assert.equal(await valuesOf(page, 'Publication').first().getAttribute('title'),
    `${first.count} ${first.count === 1 ? 'article' : 'articles'}, ${first.stories} ${first.stories === 1 ? 'story' : 'stories'}`);
});

test('a value narrows the search to it, a second one widens it to either, and both come off again', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks&page=2&page_size=5');
  const courier = page.locator('#narrow').getByRole('link', { name: 'The Vessmoor Courier' }).first();
  await follow(page, courier, (params) => params.get('publication') === 'The Vessmoor Courier' && !params.has('page'));
  const { total } = await api({ q: 'kelpworks', publication: 'The Vessmoor Courier' });
  assert.match(await sentence(page), new RegExp(`^${total} articles`));
  assert.equal(await courier.getAttribute('aria-current'), 'true');
  assert.deepEqual([...new Set(await page.locator('.hit .publication').allTextContents())], ['The Vessmoor Courier']);

  const islander = facetOf(page, 'Publication').getByRole('link', { name: /^The Islander/ });
  await follow(page, islander, (params) => params.getAll('publication').length === 2);
  const both = await world.server.ask('/api/v1/search?q=kelpworks&publication=The+Vessmoor+Courier&publication=The+Islander');
  assert.ok(both.total > total);
  assert.match(await sentence(page), new RegExp(`^${both.total} articles`));

  await follow(page, courier, (params) => params.getAll('publication').join() === 'The Islander');
  await follow(page, page.getByRole('link', { name: 'remove Publication: The Islander' }), (params) => !params.has('publication'));
  assert.equal(await page.locator('#filters').isVisible(), false);
});

test('a value can be left out, which stands as a chip', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks');
  const without = facetOf(page, 'Publication').getByRole('link', { name: 'leave out The Vessmoor Courier' });
  await follow(page, without, (params) => params.get('-publication') === 'The Vessmoor Courier');
  const { total } = await api({ q: 'kelpworks', '-publication': 'The Vessmoor Courier' });
  assert.match(await sentence(page), new RegExp(`^${total} articles`));
  await follow(page, page.getByRole('link', { name: 'remove Publication: not The Vessmoor Courier' }), (params) => !params.has('-publication'));
});

test('a year stands for its dates and comes off as it came on', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks');
  const year = facetOf(page, 'Year').getByRole('link', { name: /^2024/ });
  await follow(page, year, (params) => params.get('from') === '2024' && params.get('to') === '2024');
  assert.equal(await page.getByLabel('From', { exact: true }).inputValue(), '2024');
  assert.equal(await year.getAttribute('aria-current'), 'true');
  await follow(page, year, (params) => !params.has('from') && !params.has('to'));
});

test('the rest of a long facet is shown on demand, and the focus goes on there', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/');
  const { facets } = await api({ facets: 'publication' });
  assert.ok(facets.publication.length > 8);
  assert.equal(await valuesOf(page, 'Publication').filter({ visible: true }).count(), 6);
  await facetOf(page, 'Publication').getByRole('button', { name: /^Show \d+ more$/ }).click();
  assert.equal(await valuesOf(page, 'Publication').filter({ visible: true }).count(), facets.publication.length);
  assert.ok(await valuesOf(page, 'Publication').nth(6).evaluate((link) => link === document.activeElement));
});

test('all that narrows a search is a chip, and one link takes all of it away', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks&from=2024&to=2025-03&language=en&in=all&collapse=none&-topic=x');
  assert.deepEqual(await page.locator('.chip bdi').allTextContents(),
    ['From 2024', 'To March 2025', 'Language: English', 'Topic: not x', 'With page furniture', 'Copies one by one']);
  await follow(page, page.getByRole('link', { name: 'Remove all' }), (params) => params.toString() === 'q=kelpworks');
});

test('the focus stays at a value that was chosen by key, and the page where it was', async (t) => {
  const page = await openWindow(t, world, { viewport: { width: 1280, height: 500 } });
  await open(page, '/?q=harbour');
  const language = facetOf(page, 'Language').getByRole('link', { name: /^English/ });
  await language.focus();
  const before = await page.evaluate(() => window.scrollY);
  assert.ok(before > 0);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('language') === 'en');
  await page.locator('#narrow a.value[aria-current][data-facet="language=en"]:focus').waitFor();
  assert.ok(Math.abs(await page.evaluate(() => window.scrollY) - before) < 60);
});

test('the facets are folded on a phone and unfold there', async (t) => {
  const page = await openWindow(t, world, { viewport: { width: 390, height: 800 } });
  await open(page, '/?q=kelpworks');
  assert.equal(await valuesOf(page, 'Language').first().isVisible(), false);
  await page.getByText('Narrow down').click();
  assert.equal(await valuesOf(page, 'Language').first().isVisible(), true);
});

test('going back takes a filter off, going forward puts it on, and a reload keeps it', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks');
  const plain = await sentence(page);
  await follow(page, facetOf(page, 'Publication').getByRole('link', { name: /^The Islander/ }), (params) => params.has('publication'));
  await page.goBack();
  await page.locator('#filters').waitFor({ state: 'hidden' });
  assert.equal((await sentence(page)).split(' in ')[0], plain.split(' in ')[0]);
  await page.goForward();
  await page.locator('.chip').waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'remove Publication: The Islander' }).waitFor();
});
