// Hundreds of strings that would act in a careless page: in each field of an article, in file names and in queries.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openWindow, sentence, withBackfile } from './reader.js';
import { writeStrangeArchive } from './strange_archive.js';
import { stringsThatAct } from './strings_that_act.js';

const world = withBackfile(writeStrangeArchive);
const windows = 3;
const every = process.env.BACKFILE_LONG ? 1 : 5;  // of the addresses that differ by their string alone, one in so many

// Notes what a page would do that it must not: run a string, be stopped by the policy at doing so, load or open anything.
async function watched(t) {
  const page = await openWindow(t, world);
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  page.on('dialog', (dialog) => {
    page.trouble.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('popup', () => page.trouble.push('a window opened'));
  return page;
}

async function look(page, address) {
  const { broken, violations, schemes, foreign } = await page.evaluate(() => ({
    broken: window.broken,
    violations: window.violations,
    schemes: [...new Set([...document.querySelectorAll('a, area, link, form')].map((node) => new URL(node.href ?? node.action).protocol))],
    foreign: document.querySelectorAll('script:not([src^="/js/"]), style, img, iframe, object, embed, base, video, audio, marquee, math, template, meta[http-equiv], [style*="url"], [onerror], [onload], [onfocus], [onmouseover]').length,
  }));
  assert.equal(broken, undefined, address);
  assert.deepEqual(violations, [], address);
  assert.equal(foreign, 0, address);
  assert.ok(schemes.every((scheme) => scheme === 'http:' || scheme === 'https:'), `${address}: ${schemes}`);
}

// Goes to an address as the keys back and forward do, without loading the page anew.
async function step(page, address) {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

// Visits addresses (one in five, with BACKFILE_LONG=1 all) in several windows at once. `loads` says that each is loaded anew; else one in ten is.
async function visit(t, addresses, { loads = true, all = false, then = async () => {} } = {}) {
  const rest = [...addresses].filter((_, at) => all || at % every === 0);
  const troubles = await Promise.all(Array.from({ length: windows }, async () => {
    const page = await watched(t);
    for (let visits = 0, address = rest.pop(); address; visits += 1, address = rest.pop()) {
      await (loads || visits % 10 === 0 ? page.goto(address) : step(page, address));
      await sentence(page);
      await then(page);
      await look(page, address);
    }
    return page.trouble.filter((text) => !/status of (400|503)/.test(text));  // a query that the server refuses, or is too busy for
  }));
  assert.deepEqual(troubles.flat(), []);
}

async function hitsOf(query) {
  const all = [];
  for (let page = 1; ; page += 1) {
    const { hits, total } = await world.server.ask(`/api/v1/search?q=${query}&collapse=none&fragments=0&page_size=100&page=${page}`);
    all.push(...hits);
    if (hits.length === 0 || all.length >= total) return all;
  }
}

const holds = (value) => /broken|constructor|passwd|PHNjcmlwd/.test([value].flat().join());

test('more than 300 such strings reach the pages in each field and in file names', async () => {
  assert.ok(stringsThatAct.length > 300);
  assert.equal(new Set(stringsThatAct).size, stringsThatAct.length);
  const strange = await hitsOf('strange');
  for (const [field, least] of [['headline', 300], ['publication', 300], ['section', 300], ['topics', 300], ['identifier', 300],
    ['byline', 300],
    ['url', 150],     // the other half are no web addresses
  ]) assert.ok(strange.filter((hit) => holds(hit[field])).length > least, field);
  assert.ok((await hitsOf('stranger')).filter(({ headline }) => holds(headline)).length > 300);
});

test('none acts from a headline, byline, address, publication, label or body among the hits and facets', async (t) => {
  const pages = Math.ceil(stringsThatAct.length / 50);
  const addresses = Array.from({ length: pages }, (_, at) => `/?q=strange&collapse=none&page_size=50&page=${at + 1}`);
  await visit(t, addresses, {
    all: true,
    async then(page) {
      assert.ok(await page.locator('.hit').count() > 0);
      while (await page.locator('.facet .more').count() > 0) await page.locator('.facet .more').first().click();
    },
  });
  await visit(t, ['/status', '/?q=strange', '/?q=strange&sort=random'], { all: true });
});

test('none acts on the page of its article', async (t) => {
  await visit(t, (await hitsOf('strange')).map(({ links }) => `${links.page}?q=strange`));
});

test('none acts from the name of a file, or as the query that led to its article', async (t) => {
  const addresses = (await hitsOf('stranger')).map(({ links }, at) => `${links.page}?${new URLSearchParams({ q: stringsThatAct[at] ?? 'buoy' })}`);
  let named = 0;
  await visit(t, addresses, {
    async then(page) {
      const file = await page.locator('.facts div', { hasText: 'File' }).locator('dd').last().textContent();
      if (holds(file)) named += 1;
    },
  });
  assert.ok(named > 300 / every);
});

test('none acts as a query, a filter or a date', async (t) => {
  await visit(t, stringsThatAct.map((text, at) => `/?${new URLSearchParams({ q: text, [['publication', '-topic', 'language', 'from'][at % 4]]: text })}`), { loads: false });
});

test('none acts as searches of the trends page', async (t) => {
  const fives = Array.from({ length: Math.ceil(stringsThatAct.length / 5) }, (_, at) => stringsThatAct.slice(5 * at, 5 * at + 5));
  await visit(t, fives.map((queries) => `/trends?${new URLSearchParams(queries.map((text) => ['q', text]))}`), { loads: false });
});

test('none acts as it is typed, suggested, explained or cited', async (t) => {
  const page = await watched(t);
  await page.goto('/?q=strange');
  await sentence(page);
  for (const text of stringsThatAct.filter((_, at) => at % 7 === 0)) {
    await page.locator('#q').fill(text);
    await page.waitForTimeout(10);
  }
  await page.locator('#q').fill('<');
  await page.locator('.bar').last().click();
  await page.locator('.typical .hit-list, .typical .quiet-note').first().waitFor();
  await page.getByText('Why it matched').first().click();
  await page.locator('.why table').first().waitFor();
  await page.goto(`/?${new URLSearchParams({ q: `strange ${stringsThatAct[5]}` })}`);
  await sentence(page);
  await page.getByRole('button', { name: 'Cite' }).click();
  await page.locator('.cite textarea').first().waitFor();
  await look(page, 'the search page');
  assert.deepEqual(page.trouble, []);
});
