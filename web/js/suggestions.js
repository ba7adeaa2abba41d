// Completions below a search box while a reader types: a combobox with a list (ARIA 1.2). Arrows choose, Enter searches for
// what is chosen, Escape closes; without a choice the box stays what it is, a field of a form.
import { newestOnly, Problem } from './api.js';
import { createSuggestionList } from './suggestion_list.js';

const pause = 120;      // milliseconds after the last key before the server is asked
const leastLength = 2;  // characters; of Chinese, Japanese and Korean one is enough
const short = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const worthAsking = (text) => text.trim().length >= leastLength || short.test(text);

export function suggestAt(box) {
  const ask = newestOnly();
  const list = createSuggestionList(box, take);
  let timer = 0;

  function close() {
    clearTimeout(timer);
    ask.withdraw();
    list.close();
  }

  function take(completion) {
    box.value = completion;
    close();
    box.form.requestSubmit();
  }

  async function suggest() {
    const typed = box.value;
    try {
      const answer = await ask(`/api/v1/suggest?${new URLSearchParams({ q: typed })}`);
      if (answer === null || document.activeElement !== box) return;
      list.show(answer[1].filter((completion) => completion !== typed), typed);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      list.close();  // the search itself says what is wrong with the server
    }
  }

  const keys = {
    ArrowDown: list.next,
    ArrowUp: list.previous,
    Enter: () => take(list.chosen()),
    Escape() {
      list.letGo();
      close();
    },
  };

  box.addEventListener('input', () => {
    close();
    if (worthAsking(box.value)) timer = setTimeout(suggest, pause);
  });
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || !Object.hasOwn(keys, event.key)) return;
    if (!list.isOpen() && (event.key !== 'ArrowDown' || !worthAsking(box.value))) return;
    if (event.key === 'Enter' && list.chosen() === null) return;  // the form's own
    event.preventDefault();
    if (list.isOpen()) keys[event.key]();
    else suggest();
  });
  box.addEventListener('blur', close);
  box.form.addEventListener('submit', close);
}
