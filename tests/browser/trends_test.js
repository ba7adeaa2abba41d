// The trends page: several searches over time, as chart, table and files.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { open, openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();
const three = '/trends?q=kelpworks&q=tug+OR+ferry&q=%3Dmining';
const seriesIn = (page) => page.locator('.trend-chart .line');

async function trends(t, address = three, options = {}) {
  const page = await openWindow(t, world, options);
  await open(page, address);
  await page.locator('.trend-chart').waitFor();
  const asked = new URLSearchParams(address.split('?')[1]);
  asked.delete('show');
  const timeline = await world.server.ask(`/api/v1/timeline?${asked}`);
  return { page, timeline };
}

async function cells(page) {
  await page.getByText('The figures as a table').click();
  await page.locator('#figures table').waitFor();
  return page.locator('#figures tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
}

test('each search is a line of its own, told apart by more than colour, and named with its total', async (t) => {
  const { page, timeline } = await trends(t);
  assert.equal(await seriesIn(page).count(), 3);
  const looks = await seriesIn(page).evaluateAll((lines) => lines.map((line) => [getComputedStyle(line).stroke, line.getAttribute('stroke-dasharray'), line.parentNode.querySelector('path').getAttribute('d')]));
  for (const way of [0, 1, 2]) assert.equal(new Set(looks.map((look) => look[way])).size, 3);
  const legend = await page.locator('#legend li').allTextContents();
  timeline.series.forEach(({ q, total }, at) => assert.ok(legend[at].startsWith(`${q} ${total.toLocaleString('en-GB')} article`), legend[at]));
  assert.deepEqual(page.trouble, []);
});

test('the table has the figures of the chart', async (t) => {
  const { page, timeline } = await trends(t);
  const figures = await cells(page);
  assert.deepEqual(figures, timeline.series[0].buckets.map((_, at) => timeline.series.map(({ buckets }) => buckets[at].count.toLocaleString('en-GB'))));
});

test('share and stories are asked for in the form and stand in the address', async (t) => {
  const { page } = await trends(t);
  await page.getByRole('combobox', { name: 'Show', exact: true }).selectOption('share');
  await page.waitForURL(/show=share/);
  await page.locator('.trend-chart .label', { hasText: '%' }).first().waitFor();
  await page.getByRole('combobox', { name: 'Of', exact: true }).selectOption('story');
  await page.waitForURL(/collapse=story/);
  await page.getByText(/^Share of all stories/).waitFor();
  const { series } = await world.server.ask('/api/v1/timeline?q=kelpworks&collapse=story');
  assert.match(await page.locator('#legend li').first().textContent(), new RegExp(`^kelpworks ${series[0].total} stor`));
  const figures = await cells(page);
  assert.match(figures.flat().join(' '), /^[\d.% ]+$/);
});

test('the slider goes through time by key, says the values, and links lead to those hits', async (t) => {
  const { page, timeline } = await trends(t, '/trends?q=kelpworks&interval=month');
  const slider = page.getByRole('slider', { name: 'Point in time' });
  await slider.focus();
  await page.keyboard.press('End');
  const { buckets } = timeline.series[0];
  const at = buckets.findLastIndex(({ count }, index) => count > 0 && index < buckets.length - 1);
  for (let press = buckets.length - 1; press > at; press -= 1) await page.keyboard.press('ArrowLeft');
  assert.match(await slider.getAttribute('aria-valuetext'), new RegExp(`: kelpworks: ${buckets[at].count} articles? \\(`));
  await page.locator('#readout').getByRole('link').click();
  await page.waitForURL((url) => url.pathname === '/');
  assert.match(await sentence(page), new RegExp(`^${buckets[at].count} article`));
});

test('the pointer shows values as it passes, and a click stays', async (t) => {
  const { page } = await trends(t);
  const title = page.locator('.readout-title');
  const last = await title.textContent();
  const { x, y, width } = await page.locator('#plot').boundingBox();
  await page.mouse.move(x + width / 3, y + 100);
  const passing = await title.textContent();
  assert.notEqual(passing, last);
  await page.mouse.move(x + width / 3, y - 60);
  assert.equal(await title.textContent(), last);
  await page.mouse.click(x + width / 3, y + 100);
  await page.mouse.move(x + width / 3, y - 60);
  assert.equal(await title.textContent(), passing);
});

test('the figures are downloaded as CSV in which no cell is a formula', async (t) => {
  const { page, timeline } = await trends(t);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download CSV' }).click()]);
  assert.equal(file.suggestedFilename(), 'backfile-trends.csv');
  const text = await readFile(await file.path(), 'utf8');
  const rows = text.replace('\uFEFF', '').trim().split('\r\n');
  assert.equal(rows[0], "from,to,all articles,kelpworks (articles),kelpworks (share),tug OR ferry (articles),tug OR ferry (share),'=mining (articles),'=mining (share)");
  assert.equal(rows.length, timeline.series[0].buckets.length + 1);
  const { start, end, all } = timeline.series[0].buckets[0];
  assert.equal(rows[1], [start, end, all, ...timeline.series.flatMap(({ buckets: [{ count, share }] }) => [count, share])].join());
});

test('the chart is downloaded as an SVG that stands alone', async (t) => {
  const { page } = await trends(t, three, { colorScheme: 'dark' });
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download SVG' }).click()]);
  const text = await readFile(await file.path(), 'utf8');
  assert.doesNotMatch(text, /<script|<style|href=|style=/);
  const drawn = await page.evaluate((markup) => {
    const root = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
    const lines = [...root.querySelectorAll('polyline')].map((line) => line.getAttribute('stroke'));
    return { name: root.tagName, lines: new Set(lines).size, texts: [...root.querySelectorAll('text')].map((node) => node.textContent) };
  }, text);
  assert.equal(drawn.name, 'svg');
  assert.equal(drawn.lines, 3);
  for (const query of ['kelpworks', 'tug OR ferry', '=mining']) assert.ok(drawn.texts.includes(query));
});

test('searches are typed into boxes, five at most, and the address brings them back', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/trends');
  assert.match(await page.locator('#legend').textContent(), /^All articles/);
  await page.getByLabel('Search 1').fill('kelpworks');
  await page.getByLabel('Search 2').fill('ferry');
  for (const number of [3, 4, 5]) {
    await page.getByRole('button', { name: 'Add a search' }).click();
    assert.ok(await page.getByLabel(`Search ${number}`).evaluate((box) => box === document.activeElement));
    await page.keyboard.type(`tug ${number}`);
  }
  assert.equal(await page.getByRole('button', { name: 'Add a search' }).isVisible(), false);
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=kelpworks&q=ferry&q=tug\+3&q=tug\+4&q=tug\+5$/);
  await page.locator('.trend-chart .line').nth(4).waitFor();
  await page.goBack();
  await page.locator('.trend-chart .line').nth(4).waitFor({ state: 'detached' });
  assert.equal(await page.getByLabel('Search 1').inputValue(), '');
  await page.goForward();
  await page.locator('.trend-chart .line').nth(4).waitFor();
  await page.reload();
  assert.equal(await page.getByLabel('Search 5').inputValue(), 'tug 5');
});

test('the warnings of each search are said with its name, and a refused date marks its field', async (t) => {
  const { page, timeline } = await trends(t, '/trends?q=kelpworks+-+tariff&q=ferry');
  const [warning] = timeline.series[0].warnings;
  assert.equal(await page.locator('#sentence .note').first().textContent(), `kelpworks - tariff: ${warning.message}`);
  await open(page, '/trends?q=ferry&from=yesterday');
  assert.match(await sentence(page), /yesterday/);
  assert.equal(await page.locator('#chart').isVisible(), false);
  assert.equal(await page.getByLabel('From', { exact: true }).getAttribute('aria-invalid'), 'true');
});

test('filters of a search come along from the search page and can be taken away', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/?q=kelpworks&publication=The+Islander');
  await page.getByRole('link', { name: 'Over time' }).click();
  await page.waitForURL(/\/trends\?/);
  await sentence(page);
  const { series } = await world.server.ask('/api/v1/timeline?q=kelpworks&publication=The+Islander');
  assert.match(await page.locator('#legend li').first().textContent(), new RegExp(`^kelpworks ${series[0].total} article`));
  await page.getByRole('link', { name: 'remove Publication: The Islander' }).click();
  await page.waitForURL((url) => url.pathname === '/trends' && !url.searchParams.has('publication'));
});

test('the chart follows the width of its window', async (t) => {
  const { page } = await trends(t);
  await page.setViewportSize({ width: 360, height: 700 });
  await page.waitForFunction(() => document.querySelector('.trend-chart').getBoundingClientRect().right <= 360);
  const sizes = await page.locator('.trend-chart .label').evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect()).filter(({ width }) => width > 0).map(({ height }) => height));
  assert.ok(Math.min(...sizes) > 10);
});
