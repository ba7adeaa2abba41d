// The status page: which index answers, what was refused, and what is in the archive.
import { archiveAddress, archiveTables, undatedAddress } from './archive_tables.js';
import { newestOnly, Problem } from './api.js';
import { createSentence } from './live_sentence.js';
import { make } from './node.js';
import { publishedText } from './published.js';
import { bindShortcuts, focusBox } from './shortcuts.js';
import { fillStrings, strings } from './strings.js';
import { suggestAt } from './suggestions.js';

const part = (id) => document.getElementById(id);
const [askStatus, askArchive, askUndated] = [newestOnly(), newestOnly(), newestOnly()];
const sentence = createSentence(part('sentence'), part('again'), open);

function factsTable(status) {
  const built = status.built_at ? publishedText(status.built_at, 'second', { withTime: true }) : strings.noIndex;
  const rows = [
    [strings.statusArticles, strings.number(status.articles)],
    [strings.statusBuilt, built],
    [strings.statusGeneration, status.generation ?? strings.noIndex],
    [strings.statusSoftware, status.software],
    ...status.refused.map(({ generation, reason }) => [strings.statusRefused(generation), reason]),
  ];
  return make('section', { 'aria-labelledby': 'facts' },
    make('h2', { id: 'facts' }, strings.statusIndex),
    make('table', {}, make('tbody', {}, rows.map(([name, value]) =>
      make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, make('bdi', {}, value)))))));
}

function rejectionRow({ sentence, count, files }) {
  const more = count > files.length ? [strings.rejectedMore(count - files.length)] : [];
  return make('tr', {},
    make('th', { scope: 'row' }, sentence),
    make('td', { class: 'number' }, strings.number(count)),
    make('td', {}, make('ul', { class: 'files' }, [...files, ...more].map((file) => make('li', {}, make('bdi', {}, file))))));
}

// What the run did that made the index, and what it rejected.
function runSection(run) {
  const counts = ['indexed', 'updated', 'unchanged', 'deleted'].map((name) => strings.runCounts[name](run[name]));
  return make('section', { 'aria-labelledby': 'run' },
    make('h2', { id: 'run' }, strings.statusRun),
    make('p', {}, strings.runSentence(counts, run.rejected)),
    run.rejections.length > 0 ? make('table', { class: 'counts' },
      make('thead', {}, make('tr', {},
        make('th', { scope: 'col' }, strings.rejectedWhy),
        make('th', { scope: 'col', class: 'number' }, strings.rejectedCount),
        make('th', { scope: 'col' }, strings.rejectedFiles))),
      make('tbody', {}, run.rejections.map(rejectionRow))) : null,
    run.rejections.length > 0 ? make('p', { class: 'quiet-note' }, strings.statusReport) : null);
}

async function open() {
  sentence.say(strings.counting, { tone: 'asking' });
  try {
    const status = await askStatus('/api/v1/status');
    if (status === null) return;
    part('tables').replaceChildren(factsTable(status), ...(status.last_run ? [runSection(status.last_run)] : []));
    const [archive, undated] = await Promise.all([askArchive(archiveAddress), askUndated(undatedAddress)]);
    if (archive === null || undated === null) return;
    part('tables').append(...archiveTables(archive, undated));
    sentence.say('');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    sentence.problem(error);
  }
}

fillStrings(document);
suggestAt(part('q'));
document.title = strings.pageTitle(strings.statusTitle, 1);
bindShortcuts({
  '/': () => focusBox(part('q')),
  '?': () => { location.href = '/help'; },
}, part('shortcuts'));
open();
