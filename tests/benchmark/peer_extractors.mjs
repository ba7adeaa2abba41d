// Articles of HTML pages as the extractors of others read them, to score beside Backfile's on the same pages.
//
//   npm install --prefix PEERS jsdom @mozilla/readability defuddle @extractus/article-extractor
//   node --max-old-space-size=7000 tests/benchmark/peer_extractors.mjs PEERS NAME FOLDER > ANSWERS
//   tests/benchmark/extract_pages.py FOLDER --answers ANSWERS
//
// NAME is readability (what Firefox reads pages with), defuddle (a web clipper's) or extractus. FOLDER is one of
// extract_pages.py. Each answer is a line of JSON: file, headline, byline, published, body.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [peers, name, folder] = process.argv.slice(2);
const { resolve } = createRequire(path.resolve(peers, 'package.json'));
const load = (module) => import(pathToFileURL(resolve(module)));
const { JSDOM, VirtualConsole } = await load('jsdom');

const kBlocks = 'p,h1,h2,h3,h4,h5,h6,li,blockquote,pre,td,th,tr,div,br,figcaption';
const kAddress = 'https://example.org/article';

function textOf(html) {
  const window = new JSDOM(html ?? '').window;
  for (const block of window.document.querySelectorAll(kBlocks)) block.append('\n');
  const text = window.document.body.textContent;
  window.close();
  return text;
}

async function makeReader() {
  if (name === 'extractus') {
    const { extractFromHtml } = await load('@extractus/article-extractor');
    return (html) => extractFromHtml(html, kAddress);
  }
  const page = (html) => new JSDOM(html, { url: kAddress, virtualConsole: new VirtualConsole() }).window;
  if (name === 'defuddle') {
    const { Defuddle } = await import(pathToFileURL(path.resolve(peers, 'node_modules/defuddle/dist/node.js')));
    return async (html) => {
      const window = page(html);
      return Defuddle(window.document, kAddress, {}).finally(() => window.close());
    };
  }
  const { Readability } = await load('@mozilla/readability');
  return async (html) => {
    const window = page(html);
    const article = new Readability(window.document).parse();
    window.close();
    return article;
  };
}

console.log = console.error;  // defuddle writes there
const read = await makeReader();
for (const file of fs.readdirSync(path.join(folder, 'pages')).sort()) {
  const html = fs.readFileSync(path.join(folder, 'pages', file), 'utf8');
  const article = await read(html).catch((error) => console.error(`${file}: ${error.message}`));
  if (!article) continue;
  const answer = {
    file,
    headline: article.title,
    byline: article.byline ?? article.author ?? '',
    published: article.publishedTime ?? article.published ?? '',
    body: [textOf(article.content)],
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
