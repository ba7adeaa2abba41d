// Completions below the search box while a reader types.
import assert from 'node:assert/strict';
import test from 'node:test';
import { open, openWindow, sentence, withBackfile } from './reader.js';

const world = withBackfile();
const boxOf = (page) => page.getByRole('combobox', { name: 'Search the archive' });
const listOf = (page) => page.getByRole('listbox', { name: 'Suggestions' });

// What the server answered for a text. It looks for completions within a deadline: another answer may have others.
async function answered(page, text, act) {
  const answer = page.waitForResponse((response) => response.url().endsWith(`/api/v1/suggest?q=${text}`));
  await act();
  const [asked, completions] = await (await answer).json();
  assert.equal(asked, text);
  await listOf(page).waitFor();
  return completions.filter((completion) => completion !== text);
}

async function typed(t, text, address = '/') {
  const page = await openWindow(t, world);
  await page.goto(address);
  await boxOf(page).click();
  const expected = await answered(page, text, () => page.keyboard.type(text));
  assert.ok(expected.length > 0);
  return { page, expected };
}

test('what is typed gets the completions of the server, and nothing is chosen for the reader', async (t) => {
  const { page, expected } = await typed(t, 'kelp');
  assert.deepEqual(await listOf(page).getByRole('option').allTextContents(), expected);
  assert.equal(await boxOf(page).getAttribute('aria-expanded'), 'true');
  assert.equal(await boxOf(page).getAttribute('aria-controls'), await listOf(page).getAttribute('id'));
  assert.equal(await boxOf(page).getAttribute('aria-activedescendant'), null);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === 'kelp');
  await sentence(page);
  assert.equal(await listOf(page).isVisible(), false);
  assert.deepEqual(page.trouble, []);
});

test('arrows choose a completion and come round again, Enter searches for it', async (t) => {
  const { page, expected } = await typed(t, 'kelp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await boxOf(page).inputValue(), expected.at(-1));
  await page.keyboard.press('ArrowDown');
  assert.equal(await boxOf(page).inputValue(), 'kelp');
  await page.keyboard.press('ArrowDown');
  assert.equal(await boxOf(page).inputValue(), expected[0]);
  const active = await boxOf(page).getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`[id="${active}"]`).getAttribute('aria-selected'), 'true');
  assert.equal(await listOf(page).locator('[aria-selected="true"]').count(), 1);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === expected[0]);
  await sentence(page);
});

test('Escape closes the list and gives back what was typed; arrow down opens it again', async (t) => {
  const { page } = await typed(t, 'kelp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  assert.equal(await listOf(page).isVisible(), false);
  assert.equal(await boxOf(page).getAttribute('aria-expanded'), 'false');
  assert.equal(await boxOf(page).inputValue(), 'kelp');
  await page.keyboard.press('ArrowDown');
  await listOf(page).waitFor();
});

test('a click on a completion searches for it, also from the article page', async (t) => {
  const { hits } = await world.server.ask('/api/v1/search?q=lightning');
  const { page } = await typed(t, 'ferr', hits[0].links.page);
  const option = listOf(page).getByRole('option').first();
  const completion = await option.textContent();
  await option.click();
  await page.waitForURL((url) => url.pathname === '/' && url.searchParams.get('q') === completion);
});

test('completions that come late do not take the place of newer ones', async (t) => {
  const page = await openWindow(t, world);
  await open(page, '/');
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/api/v1/suggest?q=kel', async (route) => {
    await held;
    await route.continue().catch(() => {});  // the page has withdrawn this request by then
  });
  const asked = page.waitForRequest('**/api/v1/suggest?q=kel');
  await boxOf(page).fill('kel');
  await asked;
  const expected = await answered(page, 'ferr', () => boxOf(page).fill('ferr'));
  release();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(await listOf(page).getByRole('option').allTextContents(), expected);
});

test('without completions the box is a field like any other', async (t) => {
  const page = await openWindow(t, world);
  await page.route('**/api/v1/suggest*', (route) => route.fulfill({ status: 503, contentType: 'text/plain', body: 'no' }));
  await open(page, '/');
  const refused = page.waitForResponse('**/api/v1/suggest*');
  await boxOf(page).fill('kelpworks');
  await refused;
  assert.equal(await listOf(page).isVisible(), false);
  await boxOf(page).press('Enter');
  await page.waitForURL(/q=kelpworks/);
  assert.match(await sentence(page), /^\d+ articles/);
});
