// Every visible word of the pages, in English. `{name}` in a text is a place that a link or a value is put into.
const whole = new Intl.NumberFormat('en-GB');
const count = (n, one, many) => `${whole.format(n)} ${n === 1 ? one : many}`;
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumSignificantDigits: 2 });
const hundredths = new Intl.NumberFormat('en-GB', { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
const share = (n) => (n > 0 && n < 0.0001 ? percent : hundredths).format(n);
const articles = (n) => count(n, 'article', 'articles');
const notDatedTo = (period) => (n) => `${whole.format(n)} not dated to the ${period}`;
const units = { articles, stories: (n) => count(n, 'story', 'stories') };

function duration(ms) {
  if (ms < 1) return 'under 1 ms';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export default {
  language: 'en',
  locale: 'en-GB',
  number: (n) => whole.format(n),

  // Every page
  skipToHits: 'Skip to the hits', skipToArticle: 'Skip to the article', skipToChart: 'Skip to the chart',
  skipToHelp: 'Skip to the help', skipToStatus: 'Skip to the figures',
  placesLabel: 'Pages',
  placeSearch: 'Search', placeTrends: 'Trends', placeHelp: 'Help', placeStatus: 'Status',
  shortcutsPlain: 'keys: / search box, ? help',
  searchLabel: 'Search the archive',
  searchButton: 'Search',
  suggestionsLabel: 'Suggestions',
  tryAgain: 'Try again',
  close: 'Close',
  indexNote: (total, built, generation) => `${articles(total)} in the index built ${built} (generation ${generation}).`,

  // The search form
  searchHint: 'All words, in any form. Also: “an exact phrase”, NOT fish, headline:tariff, byline:li, date:2025-03, tarif*',
  sortLabel: 'Sort by', sortRelevance: 'relevance', sortNewest: 'newest first', sortOldest: 'oldest first', sortRandom: 'by chance',
  shuffle: 'Shuffle again',
  opLabel: 'Find', opAnd: 'all words', opOr: 'any word',
  fromLabel: 'From', toLabel: 'To',
  dateHint: '2025, 2025-03 or 2025-03-31',
  inAllLabel: 'search page furniture too',

  // The live sentence
  asking: 'Searching…',
  found: ({ total, atLeast, stories, ms, newestFirst }) =>
    `${atLeast ? 'At least ' : ''}${articles(total)}${stories > 0 && stories !== total ? ` (${count(stories, 'story', 'stories')})` : ''} in ${duration(ms)}${newestFirst ? ', newest first' : ''}`,
  none: 'No article matches this search.',
  pastTheEnd: (page, total) => `There is no page ${whole.format(page)}: this search finds ${articles(total)}.`,
  partial: 'The search took too long and was cut short: more articles may match, and better ones.',
  refused: (detail) => `The server could not answer this: ${detail}`,
  unreachable: 'The server cannot be reached. Check the connection, then try again.',
  slow: 'The server has not answered for 30 seconds.',
  unreadable: 'The server’s answer could not be read.',
  failedStatus: (status) => `The server answered with an error (${status}).`,
  notReady: 'The server is not ready.',
  notReadyDetail: 'It has no index loaded yet, or too much to do.',
  retryAfter: (seconds) => `Try again in ${count(seconds, 'second', 'seconds')}.`,

  // Advice
  didYouMean: 'Did you mean {query}?',
  articles,
  noArticleHas: 'No article has {clause}.',
  noneTogether: (total) => `{clause} is in ${articles(total)}, but in none together with the rest.`,
  instead: {
    spelling: '{query}: {total}.',
    joined: 'In one word, {query}: {total}.',
    split: 'In two words, {query}: {total}.',
    one_clause_less: 'With one clause less, {query}: {total}.',
    any_word: 'With any of the words, {query}: {total}.',
    no_filters: 'Without dates and filters, {query}: {total}.',
  },
  adviceTitle: 'What may help',
  adviceDrop: 'Drop a word, or find articles with {any}.',
  adviceAny: 'any of the words',
  adviceWords: 'Use fewer or more common words; wildcards help with spellings (tarif*).',
  adviceFurniture: 'Look in {furniture} as well: menus, link lists and newsletter boxes, which are left out otherwise.',
  adviceFurnitureLink: 'page furniture',
  adviceDates: 'Search {all}; articles whose date is unknown match no range.',
  adviceDatesLink: 'all dates',
  adviceFilters: 'Search {all}.',
  adviceFiltersLink: 'without the filters',
  firstPage: 'Go to the first page',

  // Filters that stand in the address
  filter: (name, value) => `${name}: ${value}`,
  filterNot: (name, value) => `${name}: not ${value}`,
  removeFilter: 'remove',
  removeAll: 'Remove all',
  chipDates: { from: (date) => `From ${date}`, to: (date) => `To ${date}` },
  chipFurniture: 'With page furniture',
  chipNoStories: 'Copies one by one',

  // Facets
  facetsTitle: 'Narrow down',
  facetNames: { publication: 'Publication', section: 'Section', topic: 'Topic', byline: 'Byline', language: 'Language', year: 'Year' },
  facetCount: (total, stories) => `${articles(total)}, ${count(stories, 'story', 'stories')}`,
  leaveOut: (value) => `leave out ${value}`,
  facetMore: (n) => `Show ${whole.format(n)} more`,
  facetBeyond: (n) => `and ${count(n, 'rarer one', 'rarer ones')}`,

  // The timeline
  timelineTitle: 'Articles over time',
  timelineHint: 'A click tells what is typical of a time; dragging, or Shift and the arrow keys, chooses dates.',
  timelineBy: { day: 'By day', week: 'By week', month: 'By month', year: 'By year' },
  // An article counts in no period when its date is known less precisely than that.
  undatedBy: { day: notDatedTo('day'), week: notDatedTo('day'), month: notDatedTo('month'), year: (n) => `${whole.format(n)} of unknown date` },
  timelineAllDates: 'Show all dates',
  timelineProblem: 'No timeline: {problem}',
  weekOf: (day) => `the week of ${day}`,
  periodRange: (from, to) => `${from} to ${to}`,
  barLabel: (period, n) => `${period}: ${articles(n)}`,
  barsChosen: (range) => `Chosen: ${range}. Enter searches these dates.`,
  typicalOf: (period) => `Typical of ${period}`,
  typicalAsking: 'Comparing with the rest of the time…',
  typicalWords: 'Words to add to the search',
  typicalNothing: 'Nothing stands out against the rest of the time.',
  typicalStories: 'First stories',
  typicalOnly: (n) => `Show only this time: ${articles(n)}`,

  // Taking along
  exportTitle: 'Export',
  exportFormats: { csv: 'Table (CSV)', jsonl: 'JSON Lines', ris: 'Zotero, EndNote (RIS)', bibtex: 'BibTeX' },
  followTitle: 'Follow',
  feedFormats: { atom: 'Atom feed', rss: 'RSS feed', json: 'JSON Feed' },
  feedTitle: (query, format) => `${query ?? 'The archive'} – Backfile (${format})`,
  toTrend: 'Over time',
  cite: 'Cite', citeSearch: 'Cite this search', citeArticle: 'Cite this article',
  citeAsking: 'Making the citation…',
  citeForms: { text: 'Text', bibtex: 'BibTeX', address: 'Permanent address' },
  copy: 'Copy',
  copyWhat: (what) => `Copy: ${what}`,
  copied: 'Copied.',
  copyByHand: 'Selected: copy it with the keys.',

  // Why a hit matched
  whyTitle: 'Why it matched',
  whyAsking: 'Asking…',
  whyNothing: 'Nothing more is known.',
  whyClause: 'Of the query', whyFound: 'found', whyPlaces: 'in', whyWeight: 'Weight',
  whyRest: 'newness, and words close together',
  places: { headline: 'headline', summary: 'summary', body: 'text', byline: 'byline', dateline: 'dateline', boilerplate: 'page furniture', publication: 'publication', section: 'section', topic: 'topics', url: 'address' },
  formTimes: (form, n) => `${form} (${whole.format(n)}×)`,
  times: (n) => `${whole.format(n)}×`,
  weight: (weight) => weight.toFixed(2),

  // Hits and pages
  foundTitle: 'What was found', foundFor: (query) => `Found for: ${query}`,
  hitsTitle: 'Hits',
  pageTitle: (query, page) => [query, page > 1 && `page ${whole.format(page)}`, 'Backfile'].filter(Boolean).join(' – '),
  noHeadline: 'No headline',
  inSummary: 'Summary',
  copies: (n) => `+${count(n, 'copy', 'copies')}`,
  originalAt: (host) => `original at ${host}`,
  pagesTitle: 'Pages of hits',
  previousPage: 'Previous', nextPage: 'Next',
  pageNumber: (n) => `Page ${whole.format(n)}`,

  // When it appeared
  dateUnknown: 'date unknown',
  dateAndTime: (date, time) => `${date}, ${time}`,
  dateRejected: (text) => `date unknown: the source says “${text}”, which cannot be right`,
  publishedFrom: { metadata: 'as the source states', url: 'read from the web address', text: 'read from the page', file_name: 'read from the file’s name' },

  // The article page
  articleTitle: 'Article',
  toSearch: 'To the search page',
  toHits: 'Back to the hits',
  opening: 'Opening the article…',
  noArticle: 'There is no article at this address. It may have left the archive since the link was made.',
  headlineFrom: {
    summary: 'No headline in the source; taken from the summary.',
    first_sentence: 'No headline in the source; taken from the first sentence.',
  },
  headlineKnownFrom: { metadata: 'as the source states', text: 'read from the page', summary: 'none in the source; taken from the summary', first_sentence: 'none in the source; taken from the first sentence' },
  by: (names) => `By ${names}`,
  summaryTitle: 'Summary',
  noBody: 'The archive holds no text of this article, only what is shown here.',
  setAside: (n) => `Set aside: ${count(n, 'line', 'lines')} of page furniture`,
  factsTitle: 'About this article',
  factNames: { headline: 'Headline', published: 'Published', topics: 'Topics', words: 'Words', language: 'Language', copies: 'Copies', identifier: 'Identifier', url: 'Original', file: 'File' },
  copiesElsewhere: (n) => `the same text in ${count(n, 'other article', 'other articles')}`,
  copiesTitle: 'The same story elsewhere',
  relatedTitle: 'Related stories',
  othersProblem: (sentence) => `Other articles cannot be shown: ${sentence}`,
  takeAlong: 'Take along',
  appearedFirst: 'appeared first',
  thisAppearedFirst: 'This article appeared first.',
  walkTitle: 'Matches in this article',
  previousMatch: 'Previous', nextMatch: 'Next',
  place: (at, total) => (at ? `Match ${whole.format(at)} of ${whole.format(total)}` : count(total, 'match', 'matches')),
  shortcutsArticle: 'keys: n next match, p previous match, / search box, ? help',

  // The trends page
  trendsTitle: 'Searches over time',
  trendsHint: 'Up to five searches, each in the query language, side by side.',
  query1: 'Search 1', query2: 'Search 2', query3: 'Search 3', query4: 'Search 4', query5: 'Search 5',
  showLabel: 'Show', showCount: 'number', showShare: 'share of all',
  unitLabel: 'Of', unitArticles: 'articles', unitStories: 'stories',
  intervalLabel: 'By', intervalAuto: 'what fits', intervalDay: 'day', intervalWeek: 'week', intervalMonth: 'month', intervalYear: 'year',
  trendsButton: 'Show',
  trendsMore: 'Add a search',
  counting: 'Counting…',
  trendsFound: (by, range) => `${by}, ${range}.`,
  noneDated: 'No article that matches is dated well enough for this.',
  partialSeries: (query) => `Counting “${query}” took too long and was cut short: there are more than shown.`,
  everything: 'All articles',
  total: (n, unit) => units[unit](n),
  chartTitle: 'The chart',
  chartLabel: (n) => `${count(n, 'line', 'lines')} over time; the table below has the figures`,
  axisTitle: {
    count: (unit, interval) => `${unit === 'stories' ? 'Stories' : 'Articles'} a ${interval}`,
    share: (unit, interval) => `Share of all ${unit} of the ${interval}`,
  },
  axisValue: { count: (n) => whole.format(n), share: (n) => percent.format(n) },
  pointLabel: 'Point in time',
  colon: ': ',
  pair: (name, value) => `${name}: ${value}`,
  value: { count: (n) => whole.format(n), share },
  valueAndShare: (n, ofAll, unit) => `${units[unit](n)} (${share(ofAll)})`,
  saveCsv: 'Download CSV', saveSvg: 'Download SVG',
  figuresTitle: 'The figures as a table',
  figuresPeriod: 'When',
  csvPeriod: (unit) => ['from', 'to', `all ${unit}`],
  csvCount: (query, unit) => `${query} (${unit})`,
  csvShare: (query) => `${query} (share)`,

  // The help page
  helpTitle: 'How to search',
  helpWrite: 'Write', helpFinds: 'to find',
  help: [
    {
      title: 'Words and phrases',
      rows: [
        ['rare earth', 'articles with both words, in any form of theirs; letter case and accents do not matter'],
        ['"rare earth"', 'this phrase, in these forms'],
        ['=mining', 'this form alone, not mine or mined'],
        ['科技创新', 'a run of Chinese characters is a phrase'],
        ['tarif*', 'words that begin so, after three letters'],
        ['t?riff', 'any letter in the place of the question mark'],
        ['tarif~1', 'spellings one letter away; ~2 for two letters'],
      ],
    },
    {
      title: 'Putting words together',
      note: 'The operators AND, OR, NOT, NEAR and ADJ are written in capitals; in small letters they are words like others.',
      rows: [
        ['harbour OR port', 'either word'],
        ['harbour -ferry', 'the first word without the second; NOT ferry is the same'],
        ['(harbour OR port) strike', 'brackets'],
        ['quota NEAR/5 export', 'at most five words apart, in any order'],
        ['quota ADJ/5 export', 'the same, in this order'],
        ['repeat3:tariff', 'articles that have the word three times or more'],
      ],
    },
    {
      title: 'Where to look',
      note: 'Fields: headline, summary, byline, publication, section, topic, language, url. A field takes the word, phrase or bracket behind it.',
      rows: [
        ['headline:tariff', 'in the headline'],
        ['byline:"li xiao"', 'among the writers'],
        ['publication:gazette', 'in papers of this name'],
        ['language:zh', 'articles in this language'],
        ['newsletter in:all', 'also in what was set aside as page furniture'],
      ],
    },
    {
      title: 'When it appeared',
      note: 'A date counts when the whole time that is known of it lies in the range. Articles of unknown date are in no range.',
      rows: [
        ['date:2025-03', 'in March 2025'],
        ['date:2025-01..2025-03', 'from January to March, both included'],
        ['after:2024', 'later than 2024'],
        ['last:30d', 'within the last thirty days'],
        ['is:undated', 'date unknown'],
      ],
    },
  ],
  helpKeysTitle: 'Keys', helpKey: 'Press', helpDoes: 'to',
  helpKeys: [
    ['/', 'go to the search box'],
    ['↓ ↑', 'choose a suggestion; Enter searches for it, Escape closes the list'],
    ['← →', 'move along the timeline; with Shift choose dates, which Enter searches; Enter alone tells what is typical'],
    ['n p', 'go to the next or the previous match of an article'],
    ['?', 'come here'],
  ],

  // The status page
  statusTitle: 'What is in the archive', statusIndex: 'The index that answers',
  statusArticles: 'Articles', archiveStories: 'Stories',
  archiveBy: { publication: 'By publication', year: 'By year', language: 'By language' },
  archiveDates: 'Dates', archiveDated: 'Date known', archiveUndated: 'Date unknown',
  statusBuilt: 'Built', statusGeneration: 'Generation', statusSoftware: 'Version of Backfile',
  statusRefused: (generation) => `Refused: ${generation ?? 'a generation'}`,
  noIndex: 'none yet', statusUndated: 'Show them', statusRun: 'The run that made it',
  runCounts: { indexed: (n) => `${whole.format(n)} new`, updated: (n) => `${whole.format(n)} changed`,
    unchanged: (n) => `${whole.format(n)} as before`, deleted: (n) => `${whole.format(n)} gone` },
  runSentence: (counts, rejected) => `Articles: ${counts.join(', ')}. ${rejected > 0 ? `Rejected: ${whole.format(rejected)}.` : 'Nothing was rejected.'}`,
  rejectedWhy: 'Rejected because', rejectedCount: 'Number', rejectedFiles: 'Files', rejectedMore: (n) => `and ${whole.format(n)} more`,
  statusReport: 'The run’s report names each of them, with the place and what was found.',
};
