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
    ['the status page', '/status'],
  ];
}

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing to mend in ${colorScheme} colours`, async (t) => {
    const page = await openWindow(t, world, { colorScheme });
    for (const [name, address] of await pages()) {
      await open(page, address);
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(() => window.axe.run());
      assert.ok(passes.length > 10);
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
      assert.deepEqual(found, [], `${name}, ${colorScheme}`);
    }
  });
}

test('nothing is wider than a window of 320 pixels', async (t) => {
  const page = await openWindow(t, world, { viewport: { width: 320, height: 640 } });
  const long = `${await articleOf(world, 'headline:"resolution of the harbour commissioners"')}?q=kelpworks`;
  const markup = `${await articleOf(world, 'headline:kelpworks headline:rumour')}?q=kelpworks`;
  for (const [name, address] of [...await pages(), ['a long headline', long], ['markup', markup]]) {
    await open(page, address);
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
