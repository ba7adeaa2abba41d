// Text of HTML pages as somebody copies it: rendered in a real browser, everything selected.
//
//   node tests/benchmark/copy_pages.mjs FOLDER OUT [--from-headline]
//
// FOLDER is one of extract_pages.py (gold.jsonl and pages/), or holds pages alone. OUT gets the same with .txt for
// .html, for extract_pages.py to score. Scripts are taken out and nothing is loaded, so that no style hides a menu. With
// --from-headline a text begins with the line that is the known headline above its first known paragraph; pages where
// no line is are left out.
import { chromium } from 'playwright-core';
import fs from 'node:fs';
import path from 'node:path';

const [folder, out, option] = process.argv.slice(2);
const gold = path.join(folder, 'gold.jsonl');
const known = fs.existsSync(gold) ? fs.readFileSync(gold, 'utf8').split('\n').filter(Boolean).map(JSON.parse) : null;
const pages = known ? path.join(folder, 'pages') : folder;
fs.mkdirSync(path.join(out, 'pages'), { recursive: true });

const letters = (text) => (text ?? '').normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';

function fromHeadline(text, { title, text: body }) {
  const lines = text.split('\n');
  const paragraph = letters(body.split('\n').find((line) => letters(line).split(' ').length > 12)).slice(0, 60);
  const first = lines.findIndex((line) => paragraph && letters(line).startsWith(paragraph));
  const headline = lines.slice(0, Math.max(first, 0)).findLastIndex((line) => letters(line) === letters(title));
  return headline < 0 ? null : lines.slice(headline).join('\n');
}

async function copied(context, html) {
  const page = await context.newPage();
  const still = html.replace(/<script\b[\s\S]*?<\/script>/gi, '').replace(/<noscript\b[\s\S]*?<\/noscript>/gi, '');
  await page.setContent(still, { waitUntil: 'commit', timeout: 8000 }).catch(() => {});
  const text = await page.evaluate(() => {
    getSelection().selectAllChildren(document.body);
    return getSelection().toString();
  });
  await page.close();
  return text;
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
const rows = [];
for (const name of fs.readdirSync(pages).filter((file) => file.endsWith('.html')).sort()) {
  let text = await copied(context, fs.readFileSync(path.join(pages, name), 'utf8'));
  const row = known?.find(({ file }) => file === name);
  if (option === '--from-headline') text = row ? fromHeadline(text, row) : null;
  if (text === null) continue;
  const renamed = name.replace(/html$/, 'txt');
  fs.writeFileSync(path.join(out, 'pages', renamed), text);
  if (row) rows.push(JSON.stringify({ ...row, file: renamed }));
}
await browser.close();
if (known) fs.writeFileSync(path.join(out, 'gold.jsonl'), rows.join('\n') + '\n');
console.log(`${fs.readdirSync(path.join(out, 'pages')).length} texts`);
