// How long the search page takes from a submitted query to the answer drawn, in a real browser:
//
//   node tests/benchmark/page_answers.mjs http://127.0.0.1:8080
//
// Twenty queries one after the other, that some archive of news has; milliseconds, sorted.
import { chromium } from 'playwright-core';

const origin = process.argv[2] ?? 'http://127.0.0.1:8080';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
const page = await (await browser.newContext({viewport:{width:1280,height:900}})).newPage();
await page.goto(`${origin}/?q=wheat`); await page.waitForTimeout(1500);
const took = await page.evaluate(async () => {
  const words = ['oil','trade deficit','japan','bank of england','wheat exports','coffee','tax reform','profit','merger','opec production','gold','sugar quota','yen dollar','strike','copper','reagan','cocoa','usair','chrysler','steel'];
  const box = document.getElementById('q'); const sentence = document.getElementById('sentence');
  const out = [];
  for (const w of words) {
    box.value = w;
    const began = performance.now();
    const done = new Promise((resolve) => {
      const o = new MutationObserver(() => { const q = new URL(location.href).searchParams.get('q');
        if (q === w && sentence.dataset.tone !== 'asking' && document.querySelector('.hit')) { o.disconnect(); requestAnimationFrame(() => resolve()); } });
      o.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
    });
    box.form.requestSubmit();
    await done;
    out.push(Math.round(performance.now() - began));
    await new Promise((r) => setTimeout(r, 400));
  }
  return out;
});
took.sort((a,b)=>a-b); console.log('ms to the answer drawn:', took.join(' '), 'median', took[took.length>>1]);
await browser.close();
