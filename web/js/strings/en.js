// Every visible word of the pages, in English. `{name}` in a text is a place that a link or a value is put into.
const whole = new Intl.NumberFormat('en-GB');
const count = (n, one, many) => `${whole.format(n)} ${n === 1 ? one : many}`;
const articles = (n) => count(n, 'article', 'articles');

function duration(ms) {
  if (ms < 1) return 'under 1 ms';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export default {
  language: 'en',
  locale: 'en-GB',
  number: (n) => whole.format(n),

  // Both pages
  siteName: 'Backfile',
  tagline: 'A news archive, searched in full',
  searchLabel: 'Search the archive',
  searchButton: 'Search',
  tryAgain: 'Try again',
  indexNote: (total, built, generation) => `${articles(total)} in the index built ${built} (generation ${generation}).`,

  // The search form
  skipToHits: 'Skip to the hits',
  searchHint: 'All words, in any form. Also: “an exact phrase”, NOT fish, headline:tariff, byline:li, date:2025-03, tarif*',
  sortLabel: 'Sort by',
  sortRelevance: 'relevance',
  sortNewest: 'newest first',
  sortOldest: 'oldest first',
  opLabel: 'Find',
  opAnd: 'all words',
  opOr: 'any word',
  fromLabel: 'From',
  toLabel: 'To',
  dateHint: '2025, 2025-03 or 2025-03-31',
  inAllLabel: 'search page furniture too',
  shortcutsSearch: 'keys: / search box, ? help',

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
  filterNames: { publication: 'Publication', section: 'Section', topic: 'Topic', byline: 'Byline', language: 'Language' },
  filter: (name, value) => `${name}: ${value}`,
  filterNot: (name, value) => `${name}: not ${value}`,
  removeFilter: 'remove',

  // Hits and pages
  hitsTitle: 'Hits',
  pageTitle: (query, page) => [query, page > 1 && `page ${whole.format(page)}`, 'Backfile'].filter(Boolean).join(' – '),
  noHeadline: 'No headline',
  inSummary: 'Summary',
  copies: (n) => `+${count(n, 'copy', 'copies')}`,
  originalAt: (host) => `original at ${host}`,
  pagesTitle: 'Pages of hits',
  previousPage: 'Previous',
  nextPage: 'Next',
  pageNumber: (n) => `Page ${whole.format(n)}`,

  // When it appeared
  dateUnknown: 'date unknown',
  dateAndTime: (date, time) => `${date}, ${time}`,
  dateRejected: (text) => `date unknown: the source says “${text}”, which cannot be right`,
  publishedFrom: { metadata: 'as the source states', url: 'read from the web address', text: 'read from the page', file_name: 'read from the file’s name' },

  // The article page
  skipToArticle: 'Skip to the article',
  articleTitle: 'Article',
  toSearch: 'To the search page',
  toHits: 'Back to the hits',
  opening: 'Opening the article…',
  noArticle: 'There is no article at this address. It may have left the archive since the link was made.',
  headlineFrom: {
    summary: 'No headline in the source; taken from the summary.',
    first_sentence: 'No headline in the source; taken from the first sentence.',
  },
  by: (names) => `By ${names}`,
  summaryTitle: 'Summary',
  noBody: 'The archive holds no text of this article, only what is shown here.',
  setAside: (n) => `Set aside: ${count(n, 'line', 'lines')} of page furniture`,
  factsTitle: 'About this article',
  factNames: { published: 'Published', topics: 'Topics', words: 'Words', language: 'Language', copies: 'Copies', identifier: 'Identifier', url: 'Original', file: 'File' },
  copiesElsewhere: (n) => `the same text in ${count(n, 'other article', 'other articles')}`,
  copiesTitle: 'The same story elsewhere',
  appearedFirst: 'appeared first',
  thisAppearedFirst: 'This article appeared first.',
  walkTitle: 'Matches in this article',
  previousMatch: 'Previous',
  nextMatch: 'Next',
  place: (at, total) => (at ? `Match ${whole.format(at)} of ${whole.format(total)}` : count(total, 'match', 'matches')),
  shortcutsArticle: 'keys: n next match, p previous match, / search box, ? help',

  // The help page
  skipToHelp: 'Skip to the help',
  toHelp: 'How to search',
  helpTitle: 'How to search',
  helpWrite: 'Write',
  helpFinds: 'to find',
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

  // The status page
  skipToStatus: 'Skip to the figures',
  toStatus: 'What is in the archive',
  statusTitle: 'What is in the archive',
  statusIndex: 'The index that answers',
  statusArticles: 'Articles',
  statusBuilt: 'Built',
  statusGeneration: 'Generation',
  statusSoftware: 'Version of Backfile',
  statusRefused: (generation) => `Refused: ${generation ?? 'a generation'}`,
  noIndex: 'none yet',
  statusUndated: 'Show articles of unknown date',
};
