// What a reader sees and does on the article page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { articleOf, marks, open, openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();
const fact = (page, name) => page.locator('.facts div', { hasText: name }).locator('dd').textContent();

test('an article shows its head, summary, text and facts', async (t) => {
  const page = await openWindow(t, world);
  await open(page, await articleOf(world, 'headline:"kelpworks tariff raised"'));
  assert.equal(await page.locator('h1').textContent(), 'Kelpworks tariff raised at Vessmoor harbour after a winter of talks');
  assert.match(await page.locator('.article-byline').textContent(), /^By Ines Halloran and Tom Quayle · 3 March 2025, 09:15 UTC\+8$/);
  assert.equal(await page.locator('.article-place').textContent(), 'The Vessmoor Courier · Business');
  assert.equal(await page.locator('.summary li').count(), 3);
  assert.equal(await page.locator('.body p:not(.dateline)').count(), 5);
  assert.match(await fact(page, 'Published'), /as the source states$/);
  assert.equal(await fact(page, 'Topics'), 'fisheries, tariffs, harbours');
  assert.equal(await page.locator('.facts a').getAttribute('href'), 'https://courier.example/2025/03/03/kelpworks-tariff');
  assert.deepEqual(await marks(page, '#article'), []);
  assert.equal(await page.locator('#walk').isVisible(), false);
});

test('the copies of a story are listed, and the one that appeared first is named', async (t) => {
  const page = await openWindow(t, world);
  const { hits } = await world.server.ask('/api/v1/search?q=comet&page_size=100');
  const told = hits.find(({ copies }) => copies === 4);
  await page.goto('/?q=comet');
  await sentence(page);
  await page.getByRole('link', { name: '+4 copies' }).first().click();
  await page.waitForURL(/#copies$/);
  const section = page.getByRole('region', { name: 'The same story elsewhere' });
  await section.waitFor();
  assert.equal(await section.getByRole('listitem').count(), 4);
  const firsts = await section.getByText('appeared first').count();
  assert.equal(firsts, 1);
  const [address] = await section.getByRole('link').evaluateAll((links) => links.map(({ href }) => href));
  assert.ok(!address.includes(told.id) && address.includes('q=comet'));
  assert.deepEqual(page.trouble, []);
});

test('related stories are listed, and where headline and date are known from is said', async (t) => {
  const page = await openWindow(t, world);
  const address = await articleOf(world, 'headline:"kelpworks tariff raised"');
  await open(page, `${address}?q=kelpworks`);
  const related = page.getByRole('region', { name: 'Related stories' });
  await related.waitFor();
  const { hits } = await world.server.ask(`/api/v1/articles/${address.split('/').at(-1)}/related`);
  assert.ok(hits.length > 0);
  assert.deepEqual(await related.getByRole('link').evaluateAll((links) => links.map(({ pathname }) => pathname)), hits.map(({ links }) => links.page));
  assert.ok((await related.getByRole('link').first().getAttribute('href')).endsWith('?q=kelpworks'));
  assert.equal(await fact(page, 'Headline'), 'as the source states');
  await open(page, await articleOf(world, 'headline:"breakwater plan divides"'));
  assert.equal(await fact(page, 'Headline'), 'read from the page');
  assert.match(await fact(page, 'Published'), /^24 February 2025, read from the page$/);
  await open(page, await articleOf(world, '"kelpworks ledger"'));
  assert.equal(await fact(page, 'Headline'), 'none in the source; taken from the first sentence');
});

test('the keys n and p and the buttons walk through the matches and round again', async (t) => {
  const page = await openWindow(t, world);
  await open(page, `${await articleOf(world, 'headline:"kelpworks tariff raised"')}?q=kelpworks+tariff`);
  const all = await marks(page, '#article');
  assert.ok(all.length > 3);
  const place = page.locator('#place');
  await page.keyboard.press('n');
  assert.equal(await place.textContent(), `Match 1 of ${all.length}`);
  await page.getByRole('button', { name: 'Next' }).click();
  assert.equal(await place.textContent(), `Match 2 of ${all.length}`);
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  assert.equal(await place.textContent(), `Match ${all.length} of ${all.length}`);
  assert.equal(await page.locator('mark[aria-current]').count(), 1);
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector('mark[aria-current]').getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
});

test('the keys do nothing while a reader types or has switched them off', async (t) => {
  const page = await openWindow(t, world);
  const address = `${await articleOf(world, 'headline:"kelpworks tariff raised"')}?q=kelpworks`;
  await open(page, address);
  await page.keyboard.press('/');
  await page.keyboard.type('nn');
  assert.equal(await page.getByLabel('Search the archive').inputValue(), 'nn');
  assert.equal(await page.locator('mark[aria-current]').count(), 0);
  await page.getByRole('checkbox').uncheck();
  await open(page, address);
  await page.keyboard.press('n');
  assert.equal(await page.locator('mark[aria-current]').count(), 0);
});

test('what was set aside is folded away and opens at a match inside it', async (t) => {
  const page = await openWindow(t, world);
  await open(page, `${await articleOf(world, 'headline:"breakwater plan divides"')}?q=newsletter`);
  assert.match(await page.locator('.set-aside summary').textContent(), /^Set aside: \d+ lines of page furniture$/);
  assert.equal(await page.locator('.set-aside mark').isVisible(), false);
  await page.keyboard.press('n');
  assert.equal(await page.locator('.set-aside mark').first().isVisible(), true);
});

test('an article without headline, publication and date says so quietly', async (t) => {
  const page = await openWindow(t, world);
  await open(page, await articleOf(world, '"kelpworks ledger"'));
  assert.equal(await page.locator('.article-head .quiet-note').textContent(), 'No headline in the source; taken from the first sentence.');
  assert.equal(await page.locator('.article-byline').textContent(), 'date unknown');
});

test('a date that lies in the future is said to be unknown, with what the source says', async (t) => {
  const page = await openWindow(t, world);
  await open(page, await articleOf(world, 'headline:"kelpworks centenary"'));
  assert.match(await page.locator('.article-byline').textContent(), /date unknown: the source says “2099-01-01”/);
});

test('a headline without a text says that there is no more', async (t) => {
  const page = await openWindow(t, world);
  await open(page, await articleOf(world, 'headline:"chimney struck by lightning"'));
  assert.match(await page.locator('.article').textContent(), /holds no text of this article/);
});

test('texts carry their language and direction, in the hits and on the page', async (t) => {
  const page = await openWindow(t, world);
  await open(page, `/?${new URLSearchParams({ q: '"مصنع الأعشاب البحرية"' })}`);
  for (const text of await page.locator('.hit h3, .fragment').all()) {
    assert.equal(await text.getAttribute('lang'), 'ar');
    assert.equal(await text.evaluate((node) => getComputedStyle(node).direction), 'rtl');
  }
  await open(page, await articleOf(world, '"مصنع الأعشاب البحرية"'));
  assert.equal(await page.locator('h1').getAttribute('lang'), 'ar');
  assert.equal(await page.locator('.body').getAttribute('lang'), 'ar');
  const directions = await page.locator('h1, .body p, .summary li').evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).direction));
  assert.ok(directions.length > 3 && directions.every((direction) => direction === 'rtl'), directions.join(' '));
  await open(page, await articleOf(world, '"科技创新与传统渔业相结合"'));
  assert.match(await page.locator('h1').getAttribute('lang'), /^zh/);
});

test('an address without an article answers 404 and says so', async (t) => {
  const page = await openWindow(t, world);
  const response = await open(page, '/article/nosucharticle?q=kelpworks');
  assert.equal(response.status(), 404);
  assert.match(await sentence(page), /^There is no article at this address\./);
  await page.getByRole('link', { name: 'Back to the hits' }).click();
  await page.locator('.hit').first().waitFor();
});
