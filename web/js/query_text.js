// Joins query texts so that what was written keeps its meaning.

// A query as one operand: in brackets where it has several words that something else would bind to.
export function grouped(query, params) {
  const several = /\bOR\b/.test(query) || (params.get('op') === 'or' && /\s/.test(query.trim()));
  return several ? `(${query})` : query;
}

// The query with one more word or phrase that the articles must have.
export function withWord(query, word, params) {
  if (!query) return word;
  const and = params.get('op') === 'or' ? ' AND ' : ' ';
  return `${grouped(query, params)}${and}${word}`;
}
