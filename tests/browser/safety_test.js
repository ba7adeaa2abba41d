// Articles come from strangers: nothing in them may act, and no page may talk to anyone but its server.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { articleOf, headlines, open, openWindow, withBackfile } from './reader.js';

const world = withBackfile();
const web = fileURLToPath(new URL('../../web/', import.meta.url));

async function noteViolations(page) {
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
}

test('no page asks elsewhere, breaks the content security policy or logs an error', async (t) => {
  const page = await openWindow(t, world);
  await noteViolations(page);
  const article = await articleOf(world, 'headline:rumour headline:kelpworks');
  for (const address of ['/', '/?q=kelpworks', '/?q=zzyzzxq', '/trends?q=kelpworks', '/status', article, `${article}?q=kelpworks`, `${await articleOf(world, '"科技创新与传统渔业相结合"')}?q=kelpworks`]) {
    const response = await open(page, address);
    assert.match(response.headers()['content-security-policy'] ?? '', /default-src 'self'/, address);
    assert.deepEqual(await page.evaluate(() => window.violations), [], address);
    assert.deepEqual(page.trouble, [], address);
  }
});

test('markup in an article is shown as text and becomes no element', async (t) => {
  const page = await openWindow(t, world);
  await noteViolations(page);
  const { hits } = await world.server.ask('/api/v1/search?q=headline:rumour+headline:kelpworks');
  await open(page, '/?q=headline:rumour+headline:kelpworks');
  assert.deepEqual(await headlines(page), hits.map((hit) => hit.headline));
  const foreign = 'script:not([src^="/js/"]), img, svg, iframe, b, i, u, [onerror], [onload], a[href^="javascript:" i]';
  assert.equal(await page.locator(foreign).count(), 0);

  await open(page, `${hits[0].links.page}?q=kelpworks`);
  const article = await world.server.ask(hits[0].links.self);
  assert.equal(await page.locator('h1').textContent(), article.headline);
  assert.deepEqual(await page.locator('.body p').allTextContents(), article.body);
  assert.equal(await page.locator(foreign).count(), 0);
  assert.ok((await page.locator('mark').allTextContents()).every((text) => /^kelpworks$/i.test(text)));
  assert.equal(await page.evaluate(() => window.broken), undefined);
});

test('a query that is markup is shown as text', async (t) => {
  const page = await openWindow(t, world);
  const query = '"><img src=x onerror=window.broken=1>';
  await open(page, `/?${new URLSearchParams({ q: query, publication: query })}`);
  assert.equal(await page.getByLabel('Search the archive').inputValue(), query);
  assert.equal(await page.locator('img').count(), 0);
  assert.equal(await page.evaluate(() => window.broken), undefined);
});

test('an original that is no web address is no link', async (t) => {
  const page = await openWindow(t, world);
  await open(page, await articleOf(world, 'headline:rumour headline:kelpworks'));
  assert.equal(await page.locator('.facts a').count(), 0);
});

test('the sources neither parse markup nor carry inline script and style', async () => {
  const files = (await readdir(web, { recursive: true })).filter((name) => /\.(html|js|css|svg)$/.test(name));
  assert.ok(files.length > 20);
  for (const file of files) {
    const text = await readFile(path.join(web, file), 'utf8');
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|srcdoc|DOMParser/, file);
    assert.doesNotMatch(text.replace('http://www.w3.org/2000/svg', ''), /https?:\/\//, file);
    if (file.endsWith('.html')) assert.doesNotMatch(text, /<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/, file);
  }
});
