// A reader at a browser: opens pages of a running server, keeps what went wrong in them, and waits for what the page says.
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { runBackfile } from './programs.js';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

// Starts server and browser before the tests of a file and ends them after. Fields are there once the tests run. `write`
// makes a further archive in a folder that it is given.
export function withBackfile(write = null) {
  const world = { server: null, browser: null };
  before(async () => {
    world.server = await runBackfile(write);
    world.browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags, headless: true });
  });
  after(async () => {
    await world.browser?.close();
    await world.server?.remove();
  });
  return world;
}

// A fresh window that is closed when the test `t` ends. `page.trouble` lists errors, violated policies and foreign requests.
export async function openWindow(t, world, options = {}) {
  const context = await world.browser.newContext({ baseURL: world.server.origin, viewport: { width: 1280, height: 860 }, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.trouble = [];
  page.on('console', (message) => { if (message.type() === 'error') page.trouble.push(message.text()); });
  page.on('pageerror', (error) => page.trouble.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== world.server.origin) page.trouble.push(`asked elsewhere: ${request.url()}`);
  });
  return page;
}

// Waits until the page has said how its search or its article went, and gives that sentence.
export async function sentence(page) {
  const place = page.locator('#sentence:not([data-tone="asking"])[data-tone]');
  await place.waitFor({ state: 'attached' });
  return (await place.textContent()).trim();
}

export async function open(page, address) {
  const response = await page.goto(address);
  await sentence(page);
  return response;
}

// Types a query into the box, presses Enter and gives the sentence of the answer.
export async function ask(page, query) {
  await page.getByLabel('Search the archive').fill(query);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === query);
  return sentence(page);
}

export const headlines = (page) => page.locator('.hit h3').allTextContents();
export const marks = (page, within) => page.locator(`${within} mark`).allTextContents();

// The address of the article page of the first hit of a query.
export async function articleOf(world, query) {
  const answer = await world.server.ask(`/api/v1/search?${new URLSearchParams({ q: query })}`);
  return answer.hits[0].links.page;
}
