// The pages from the narrowest phone to the widest screen, and on paper.
import assert from 'node:assert/strict';
import test from 'node:test';
import { articleOf, open, openWindow, withBackfile } from './reader.js';

const world = withBackfile();

for (const width of [320, 390, 768, 1056, 1440, 3840]) {
  test(`every page fits a window of ${width} pixels, and its lines of text are not too long to read`, async (t) => {
    const page = await openWindow(t, world, { viewport: { width, height: 800 } });
    for (const address of ['/?q=kelpworks&publication=The+Islander', '/trends?q=kelpworks&q=ferry', '/status', await articleOf(world, 'headline:"kelpworks tariff raised"')]) {
      await open(page, address);
      await page.waitForLoadState('networkidle');
      assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), width, address);
      const longest = await page.evaluate(() => {
        const texts = [...document.querySelectorAll('.fragment, .body p')];
        return Math.max(0, ...texts.map((text) => text.getBoundingClientRect().width / parseFloat(getComputedStyle(text).fontSize)));
      });
      assert.ok(longest < 50, `${address}: ${longest} em`);
    }
  });
}

test('the facets stand beside the hits where there is room and above them where there is not', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks');
  const left = (selector) => page.locator(selector).first().evaluate((node) => node.getBoundingClientRect().right);
  assert.ok(await left('.facet') < await page.locator('.hit').first().evaluate((node) => node.getBoundingClientRect().left));
  await page.setViewportSize({ width: 600, height: 800 });
  assert.ok(await page.locator('#narrow').evaluate((node) => node.getBoundingClientRect().bottom <= document.querySelector('.hit').getBoundingClientRect().top));
});

test('on paper an article is its text alone, black on white, with its matches told apart', async (t) => {
  const page = await openWindow(t, world, { colorScheme: 'dark' });
  await open(page, `${await articleOf(world, 'headline:"breakwater plan divides"')}?q=kelpworks`);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.places', 'search', '#walk', '.way-back', '.take-along', '.set-aside', '.foot label']) {
    assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  }
  const look = await page.evaluate(() => {
    const [sheet, text, mark] = ['html', '.body p', '.body mark'].map((selector) => getComputedStyle(document.querySelector(selector)));
    return [sheet.backgroundColor, text.color, mark.textDecorationLine];
  });
  assert.deepEqual(look, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'underline']);
});

test('on paper the hits and the chart stand without what is there to press', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks');
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.tools', '#narrow', '#pages', '.timeline-hint', '.why', 'search']) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  assert.ok(await page.locator('.hit').first().isVisible());
  assert.ok(await page.getByRole('heading', { name: 'Found for: kelpworks' }).evaluate((title) => title.getBoundingClientRect().height > 15));
  await page.emulateMedia({ media: 'screen' });
  await open(page, '/trends?q=kelpworks');
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['form', '.point-line', '.downloads']) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  assert.ok(await page.locator('.trend-chart').isVisible() && await page.locator('#legend').isVisible());
});
