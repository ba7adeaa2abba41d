// The one live sentence of a page: it says every state of a search or an article, and offers another try when that may help.
import { make } from './node.js';
import { strings } from './strings.js';

export function createSentence(place, again, retry) {
  again.addEventListener('click', retry);

  function say(text, { tone = 'plain', notes = [], offerRetry = false } = {}) {
    place.replaceChildren(...(text ? [make('p', {}, text)] : []),
      ...notes.map((note) => make('p', { class: 'note', dir: 'auto' }, note)));
    place.dataset.tone = tone;
    again.hidden = !offerRetry;
  }

  return {
    say,
    problem: (problem) => say(problem.sentence, { tone: 'problem', offerRetry: problem.passing }),
  };
}

// The sentence of a search answer, and its warnings as further sentences.
export function answerSentence(answer, params) {
  const notes = answer.warnings.map((warning) => warning.message);
  if (answer.partial) notes.push(strings.partial);
  if (answer.total === 0) return [strings.none, { tone: 'none', notes }];
  if (answer.hits.length === 0) return [strings.pastTheEnd(answer.page, answer.total), { tone: 'none', notes }];
  return [strings.found({
    total: answer.total,
    atLeast: answer.total_relation !== 'eq',
    stories: answer.stories,
    ms: answer.took_ms,
    newestFirst: !params.has('q') && !params.has('sort'),
  }), { notes }];
}
