// An archive in which every field of every article, and the name of every file, is a string that acts.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringsThatAct } from './strings_that_act.js';

const mostBytes = 200;  // of a file's name

// The indexer reads markup in headlines, names and labels once, and then tags: what is escaped twice arrives as it is here.
function escaped(text) {
  return text.replaceAll('&', '&amp;amp;').replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;');
}

function article(text, number) {
  const filler = `Paragraph ${number} of the strange archive has words of its own: lantern${number} and mooring${number}.`;
  return JSON.stringify({
    identifier: `strange-${number} ${escaped(text)}`,
    url: number % 2 === 0 ? text : `https://courier.example/${number}/${text}`,
    headline: `strange ${number} ${escaped(text)}`,
    byline: [`Ann Lee ${escaped(text)}`],
    dateline: text,
    published: number % 3 === 0 ? text : '2025-03-03',
    publication: escaped(text),
    section: escaped(text),
    topics: [text],
    language: number % 5 === 0 ? text : 'en',
    summary: [`strange ${text}`],
    body: [`strange ${text}`, filler],
  });
}

// No slash and no NUL; the number keeps names apart.
const fileName = (text, number) => `${Buffer.from(text.replaceAll('/', '\u2215')).subarray(0, mostBytes).toString().replace(/\uFFFD+$/, '')} ${number}.txt`;

// Writes it below `folder`: all fields in articles.jsonl, and a text for each name, whose headline and body hold the string too.
export async function writeStrangeArchive(folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'articles.jsonl'), stringsThatAct.map((text, number) => `${article(text, number)}\n`).join(''));
  await Promise.all(stringsThatAct.map((text, number) => writeFile(path.join(folder, fileName(text, number)),
    `${text.replace(/\s+/g, ' ')}\n\nMarch 3, 2025\n\nThe harbour of file ${number} has a stranger name ${text} than any other, and buoy${number} rings before it all the night.\n`)));
}
