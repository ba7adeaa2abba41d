// What a reader takes along from a search or an article: files, citations, feeds; and why a hit matched.
import assert from 'node:assert/strict';
import test from 'node:test';
import { articleOf, open, openWindow, withBackfile } from './reader.js';

const world = withBackfile();
const filtered = '/?q=kelpworks&publication=The+Islander&sort=newest&page_size=1&page=2';

async function links(page, menu) {
  await page.locator('.menu summary', { hasText: menu }).click();
  return page.locator('.menu', { hasText: menu }).getByRole('link').evaluateAll((all) => all.map((link) => [link.textContent, link.href]));
}

async function textOf(address) {
  const answer = await fetch(address);
  assert.equal(answer.status, 200, address);
  return answer.text();
}

test('every hit of the search is exported in each format, whatever page is shown', async (t) => {
  const page = await openWindow(t, world);
  await open(page, filtered);
  const { total } = await world.server.ask('/api/v1/search?q=kelpworks&publication=The+Islander');
  assert.ok(total > 1);
  const addresses = Object.fromEntries(await links(page, 'Export'));
  assert.deepEqual(Object.keys(addresses), ['Table (CSV)', 'JSON Lines', 'Zotero, EndNote (RIS)', 'BibTeX']);
  const [csv, jsonl, ris, bibtex] = await Promise.all(Object.values(addresses).map(textOf));
  const articles = jsonl.trim().split('\n').map((line) => JSON.parse(line));
  assert.equal(articles.length, total);
  assert.ok(articles.every(({ publication }) => publication === 'The Islander'));
  assert.ok(csv.includes('The Islander'));
  assert.equal(ris.match(/^TY {2}-/gm).length, total);
  assert.equal(bibtex.match(/^@/gm).length, total);
});

test('a menu closes at Escape, with the focus where it was opened', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks');
  await links(page, 'Export');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('link', { name: 'BibTeX' }).isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Export');
});

test('a search is followed by feeds, which its page names to programs too', async (t) => {
  const page = await openWindow(t, world);
  await open(page, filtered);
  const shown = (await links(page, 'Follow')).map(([, address]) => address);
  const named = await page.locator('link[rel="alternate"]').evaluateAll((all) => all.map(({ href, type }) => [href, type]));
  assert.deepEqual(named.map(([href]) => href), shown);
  for (const [address, type] of named) {
    const answer = await fetch(address);
    assert.ok(answer.status === 200 && answer.headers.get('content-type').startsWith(type), `${address} ${type}`);
    assert.match(await answer.text(), /centenary/);
  }
  await page.getByLabel('Search the archive').fill('lightning');
  await page.keyboard.press('Enter');
  await page.locator('link[rel="alternate"][href*="lightning"]').first().waitFor({ state: 'attached' });
  assert.equal(await page.locator('link[rel="alternate"]').count(), 3);
});

test('the browser is told of the search box on every page', async (t) => {
  const page = await openWindow(t, world);
  for (const address of ['/', '/trends', '/help', '/status', await articleOf(world, 'lightning')]) {
    await page.goto(address);
    const link = page.locator('link[rel="search"]');
    assert.equal(await link.getAttribute('type'), 'application/opensearchdescription+xml');
    assert.match(await textOf(await link.evaluate(({ href }) => href)), /<OpenSearchDescription/);
  }
});

for (const [what, button, addresses] of [
  ['a search', 'Cite this search', async () => ['/?q=kelpworks', '/api/v1/cite?q=kelpworks']],
  ['an article', 'Cite this article', async () => {
    const address = await articleOf(world, 'headline:kelpworks headline:lightning');
    return [`${address}?q=kelpworks`, `/api/v1/articles/${address.split('/').at(-1)}/cite`];
  }],
]) {
  test(`${what} is cited as text, as BibTeX and by its address, each of which can be copied`, async (t) => {
    const [address, api] = await addresses();
    const page = await openWindow(t, world, { permissions: ['clipboard-read', 'clipboard-write'] });
    await open(page, address);
    await page.getByRole('button', { name: 'Cite' }).click();
    const dialog = page.getByRole('dialog', { name: button });
    const answer = await world.server.ask(api);
    for (const [name, key] of [['Text', 'text'], ['BibTeX', 'bibtex'], ['Permanent address', 'address']]) {
      const field = dialog.getByRole('textbox', { name });
      await field.waitFor();
      assert.equal((await field.inputValue()).trim(), answer[key].trim());
      await dialog.getByRole('button', { name: `Copy: ${name}` }).click();
      await dialog.getByRole('status').getByText('Copied.').waitFor();
      assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim(), answer[key].trim());
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Cite');
    assert.deepEqual(page.trouble, []);
  });
}

test('an article is exported by itself', async (t) => {
  const page = await openWindow(t, world);
  const address = await articleOf(world, 'headline:kelpworks headline:lightning');
  await open(page, address);
  const addresses = Object.fromEntries(await links(page, 'Export'));
  const [line, ...more] = (await textOf(addresses['JSON Lines'])).trim().split('\n');
  assert.equal(JSON.parse(line).id, address.split('/').at(-1));
  assert.equal(more.length, 0);
  assert.match(await textOf(addresses.BibTeX), /^@/m);
});

test('why a hit matched is asked for when a reader wants it, once for all hits', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks+tariff');
  const asked = [];
  page.on('request', (request) => { if (request.url().includes('explain=1')) asked.push(request.url()); });
  const { hits } = await world.server.ask('/api/v1/search?q=kelpworks+tariff&explain=1');
  for (const at of [0, 1]) {
    const hit = page.locator('.hit').nth(at);
    await hit.getByText('Why it matched').click();
    await hit.getByRole('table').waitFor();
    const clauses = await hit.locator('tbody th').allTextContents();
    const words = hits[at].explanation.filter(({ clause }) => clause);
    assert.deepEqual(clauses.slice(0, words.length), words.map(({ clause }) => clause));
    assert.equal(await hit.locator('tbody .number').first().textContent(), words[0].weight.toFixed(2));
  }
  assert.equal(asked.length, 1);
  await open(page, '/');
  assert.equal(await page.getByText('Why it matched').count(), 0);
});
