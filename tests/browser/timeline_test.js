// The timeline above the hits: choosing dates with it, and what is typical of a time.
import assert from 'node:assert/strict';
import test from 'node:test';
import { open, openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();
const barsOf = (page) => page.getByRole('group', { name: 'Articles over time' }).getByRole('button');
const query = 'kelpworks';

async function timelineOf(t, address = `/?q=${query}`, options = {}) {
  const page = await openWindow(t, world, options);
  await open(page, address);
  await page.locator('#timeline:not([aria-busy]) .bar').first().waitFor();
  const asked = new URL(address, world.server.origin).searchParams;
  asked.delete('page_size');
  const timeline = await world.server.ask(`/api/v1/timeline?${asked}`);
  return { page, timeline, buckets: timeline.series[0].buckets };
}

// The period that a bar stands for begins its label: "March 2025: 3 articles".
const counts = (labels) => labels.map((label) => Number(/: ([\d,]+) articles?$/.exec(label)[1]));

test('there is a bar for each period, with its count', async (t) => {
  const { page, buckets } = await timelineOf(t);
  const labels = await barsOf(page).evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label')));
  assert.deepEqual(counts(labels), buckets.map(({ count }) => count));
  const heights = await page.locator('.bar .fill').evaluateAll((fills) => fills.map((fill) => fill.getBoundingClientRect().height));
  const tallest = heights.indexOf(Math.max(...heights));
  assert.equal(buckets[tallest].count, Math.max(...buckets.map(({ count }) => count)));
  assert.ok(heights.every((height, at) => (height > 0) === (buckets[at].count > 0)));
});

test('dragging over bars makes their time the dates of the search', async (t) => {
  const { page, buckets } = await timelineOf(t);
  const from = await barsOf(page).nth(buckets.length - 3).boundingBox();
  const to = await barsOf(page).nth(buckets.length - 1).boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 20, { steps: 5 });
  assert.equal(await page.locator('.bar.chosen').count(), 3);
  await page.mouse.up();
  await page.waitForURL((url) => url.searchParams.has('from'));
  const { from: begin, to: end } = Object.fromEntries(new URL(page.url()).searchParams);
  assert.ok(buckets.at(-3).start.startsWith(begin) && buckets.at(-1).end.startsWith(end), `${begin} ${end}`);
  const { total } = await world.server.ask(`/api/v1/search?q=${query}&from=${begin}&to=${end}`);
  assert.match(await sentence(page), new RegExp(`^${total} article`));
  await page.getByRole('link', { name: 'Show all dates' }).click();
  await page.waitForURL((url) => !url.searchParams.has('from') && !url.searchParams.has('to'));
});

test('Shift and the arrow keys choose periods, Escape lets go of them, Enter searches them', async (t) => {
  const { page, buckets } = await timelineOf(t);
  await page.locator('.bar[tabindex="0"]').focus();
  assert.equal(await page.locator('.bar[tabindex="0"]').count(), 1);
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  assert.equal(await page.locator('.bar.chosen').count(), 2);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.bar.chosen').count(), 0);
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /Chosen: .+ to .+\. Enter searches these dates\.$/);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.has('from'));
  const params = new URL(page.url()).searchParams;
  assert.ok(buckets.at(-2).start.startsWith(params.get('from')) && buckets.at(-1).end.startsWith(params.get('to')));
  await page.locator('.bar.chosen').first().waitFor({ state: 'detached' });  // drawn anew, of these dates
  await page.locator('.bar:focus').waitFor();
});

test('turning the page asks for no other timeline and leaves what is open in it', async (t) => {
  const { page, buckets } = await timelineOf(t, `/?q=${query}&page_size=5`);
  await barsOf(page).nth(buckets.findLastIndex(({ count }) => count > 0)).click();
  await page.locator('.typical .hit-list').waitFor();
  const asked = [];
  page.on('request', (request) => { if (request.url().includes('/timeline')) asked.push(request.url()); });
  await page.getByRole('link', { name: 'Next', exact: true }).click();
  await page.locator('.pages [aria-current="page"]', { hasText: '2' }).waitFor();
  assert.ok(await page.locator('.typical .hit-list').isVisible());
  assert.deepEqual(asked, []);
});

test('a second click with Shift chooses from the first to it', async (t) => {
  const { page, buckets } = await timelineOf(t);
  await barsOf(page).nth(buckets.length - 1).click();
  await page.getByRole('heading', { name: /^Typical of/ }).waitFor();
  await barsOf(page).nth(buckets.length - 2).click({ modifiers: ['Shift'] });
  await page.waitForURL((url) => url.searchParams.has('from'));
  assert.ok(buckets.at(-2).start.startsWith(new URL(page.url()).searchParams.get('from')));
});

test('a click on a bar tells what is typical of its time, and a word of it goes to the query', async (t) => {
  const { page, buckets } = await timelineOf(t);
  const at = buckets.findLastIndex(({ count }) => count > 0);
  await barsOf(page).nth(at).click();
  const typical = page.getByRole('region', { name: /^Typical of/ });
  await typical.getByRole('list').first().waitFor();
  const { start, end } = buckets[at];
  const answer = await world.server.ask(`/api/v1/terms?q=${query}&from=${start}&to=${end}&against=rest`);
  const words = typical.getByRole('list', { name: 'Words to add to the search' }).getByRole('link');
  assert.ok(answer.terms.length > 0);
  assert.deepEqual(await words.allTextContents(), answer.terms.map(({ term }) => term));
  assert.deepEqual(await typical.locator('.hit-list a').allTextContents(), answer.hits.map(({ headline }) => headline));
  assert.ok(await typical.getByRole('heading', { name: /^Typical of/ }).evaluate((title) => title === document.activeElement));
  await words.first().click();
  await page.waitForURL((url) => url.searchParams.get('q') === `${query} ${answer.terms[0].query}`);
  assert.match(await sentence(page), /^\d+ articles?/);
  assert.equal(await typical.isVisible(), false);
});

test('from what is typical of a time a link leads to its articles alone, and Escape back to its bar', async (t) => {
  const { page, buckets } = await timelineOf(t);
  const at = buckets.findLastIndex(({ count }) => count > 0);
  await barsOf(page).nth(at).focus();
  await page.keyboard.press('Enter');
  const typical = page.getByRole('region', { name: /^Typical of/ });
  const only = typical.getByRole('link', { name: /^Show only this time: / });
  await only.waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await typical.isVisible(), false);
  assert.ok(await barsOf(page).nth(at).evaluate((bar) => bar === document.activeElement));
  await page.keyboard.press('Enter');
  await only.click();
  await page.waitForURL((url) => url.searchParams.has('from'));
  assert.match(await sentence(page), new RegExp(`^${buckets[at].count} article`));
});

test('articles that are in no period are counted beside the timeline; those of unknown date can be looked at', async (t) => {
  const { page, timeline } = await timelineOf(t);
  assert.equal(timeline.interval, 'month');
  await page.getByText(`${timeline.series[0].undated} not dated to the month`).waitFor();

  const years = await timelineOf(t, '/');
  assert.equal(years.timeline.interval, 'year');
  const { total } = await world.server.ask('/api/v1/search?q=is:undated');
  await years.page.getByRole('link', { name: `${total} of unknown date` }).click();
  await years.page.waitForURL((url) => url.searchParams.get('q') === 'is:undated');
  assert.match(await sentence(years.page), new RegExp(`^${total} article`));
  await years.page.locator('#timeline').waitFor({ state: 'hidden' });
});

test('a finger draws over the bars as a mouse does', async (t) => {
  const { page, buckets } = await timelineOf(t, `/?q=${query}`, { viewport: { width: 390, height: 800 }, hasTouch: true });
  await page.locator('.bars').scrollIntoViewIfNeeded();
  const client = await page.context().newCDPSession(page);
  const middle = async (at) => {
    const { x, y, width } = await barsOf(page).nth(at).boundingBox();
    return { x: x + width / 2, y: y + 15 };
  };
  const last = buckets.length - 1;
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [await middle(last - 2)] });
  for (const at of [last - 1, last]) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [await middle(at)] });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForURL((url) => url.searchParams.has('from'));
  assert.ok(buckets[last].end.startsWith(new URL(page.url()).searchParams.get('to')));
});
