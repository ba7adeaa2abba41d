// The pages hold to WCAG as far as axe can tell, in both colour schemes, and fit the narrowest phones.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test from 'node:test';
import { articleOf, open, openWindow, withBackfile } from './reader.js';

const world = withBackfile();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function pages() {
  return [
    ['the search page', '/'],
    ['hits', '/?q=kelpworks&page_size=5'],
    ['filtered hits', '/?q=kelpworks&publication=The+Islander'],
    ['no hits', '/?q=kelpworks+zzyzzxq&from=2020'],
    ['a refused search', '/?q=kelpworks&from=yesterday'],
    ['an article', `${await articleOf(world, 'headline:"kelpworks tariff raised"')}?q=kelpworks`],
    ['an article with page furniture', `${await articleOf(world, 'headline:"breakwater plan divides"')}?q=kelpworks`],
    ['an Arabic article', `${await articleOf(world, '"مصنع الأعشاب البحرية"')}?q=kelpworks`],
    ['no article', '/article/nosucharticle'],
    ['the trends page', '/trends?q=kelpworks&q=ferry&q=%3Dmining&q=tug&q=strike'],
    ['no trend', '/trends?q=zzyzzxq'],
    ['the help page', '/help'],
    ['the status page', '/status'],
  ];
}

// What opens on the pages: each a page with something to do there first.
const opened = [
  ['suggestions', '/', async (page) => {
    await page.getByLabel('Search the archive').fill('kelp');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
  }],
  ['what is typical of a time', '/?q=kelpworks', async (page) => {
    await page.locator('.bar').last().click();
    await page.locator('.typical .words').waitFor();
  }],
  ['bars that are chosen', '/?q=kelpworks', async (page) => {
    await page.locator('.bar').last().focus();
    await page.keyboard.press('Shift+ArrowLeft');
  }],
  ['the menu of files', '/?q=kelpworks', (page) => page.locator('.menu summary').first().click()],
  ['a citation', '/?q=kelpworks', async (page) => {
    await page.getByRole('button', { name: 'Cite' }).click();
    await page.locator('.cite textarea').first().waitFor();
  }],
  ['a reason', '/?q=kelpworks', async (page) => {
    await page.getByText('Why it matched').first().click();
    await page.locator('.why table').waitFor();
  }],
  ['the figures of a chart', '/trends?q=kelpworks&q=ferry', (page) => page.getByText('The figures as a table').click()],
];

async function violationsOf(page) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => window.axe.run());
  assert.ok(passes.length > 10);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing to mend in what opens on the pages in ${colorScheme} colours`, async (t) => {
    const page = await openWindow(t, world, { colorScheme });
    for (const [name, address, act] of opened) {
      await open(page, address);
      await page.waitForLoadState('networkidle');
      await act(page);
      assert.deepEqual(await violationsOf(page), [], `${name}, ${colorScheme}`);
    }
  });

  test(`axe finds nothing to mend in ${colorScheme} colours`, async (t) => {
    const page = await openWindow(t, world, { colorScheme });
    for (const [name, address] of await pages()) {
      await (address === '/help' ? page.goto(address) : open(page, address));
      await page.waitForLoadState('networkidle');
      assert.deepEqual(await violationsOf(page), [], `${name}, ${colorScheme}`);
    }
  });
}

test('nothing is wider than a window of 320 pixels', async (t) => {
  const page = await openWindow(t, world, { viewport: { width: 320, height: 640 } });
  const long = `${await articleOf(world, 'headline:"resolution of the harbour commissioners"')}?q=kelpworks`;
  const markup = `${await articleOf(world, 'headline:kelpworks headline:rumour')}?q=kelpworks`;
  for (const [name, address] of [...await pages(), ['a long headline', long], ['markup', markup]]) {
    await (address === '/help' ? page.goto(address) : open(page, address));
    await page.waitForLoadState('networkidle');
    assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 320, name);
  }
});

test('a reader who wants less motion is taken to a match at once', async (t) => {
  const page = await openWindow(t, world, { reducedMotion: 'reduce', viewport: { width: 375, height: 400 } });
  await open(page, `${await articleOf(world, 'headline:"kelpworks tariff raised"')}?q=kelpworks`);
  await page.keyboard.press('p');
  const inView = await page.evaluate(() => {
    const { top, bottom } = document.querySelector('mark[aria-current]').getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
  assert.ok(inView);
});

test('every control has a name of its own by which it is found, and no box is named by a placeholder', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks');
  for (const [role, name] of [
    ['combobox', 'Search the archive'], ['combobox', 'Sort by'], ['combobox', 'Find'], ['textbox', 'From'], ['textbox', 'To'],
    ['checkbox', 'search page furniture too'], ['button', 'Search'], ['button', 'Cite'], ['group', 'Articles over time'],
    ['navigation', 'Pages'], ['navigation', 'Pages of hits'], ['region', 'Publication'], ['region', 'Hits'], ['heading', 'Search the archive'],
  ]) assert.equal(await page.getByRole(role, { name, exact: true }).count(), 1, `${role} ${name}`);
  await open(page, '/trends?q=kelpworks');
  for (const [role, name] of [
    ['combobox', 'Search 1'], ['combobox', 'Search 2'], ['combobox', 'Show'], ['combobox', 'Of'], ['combobox', 'By'],
    ['slider', 'Point in time'], ['button', 'Download CSV'], ['button', 'Download SVG'], ['heading', 'Searches over time'],
  ]) assert.equal(await page.getByRole(role, { name, exact: true }).count(), 1, `${role} ${name}`);
  await open(page, `${await articleOf(world, 'headline:"kelpworks tariff raised"')}?q=kelpworks`);
  for (const [role, name] of [
    ['combobox', 'Search the archive'], ['group', 'Matches in this article'], ['region', 'About this article'], ['region', 'Summary'],
    ['group', 'Take along'], ['button', 'Cite'], ['region', 'Related stories'],
  ]) assert.equal(await page.getByRole(role, { name, exact: true }).count(), 1, `${role} ${name}`);
  assert.equal(await page.locator('[placeholder]').count(), 0);
});
