// Completions below a search box while a reader types: a combobox with a list (ARIA 1.2). Arrows choose, Enter searches for
// what is chosen, Escape closes; without a choice the box stays what it is, a field of a form.
import { newestOnly, Problem } from './api.js';
import { make } from './node.js';
import { strings } from './strings.js';

const pause = 120;    // milliseconds after the last key before the server is asked
const leastLength = 2;  // characters; of Chinese, Japanese and Korean one is enough
const short = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const worthAsking = (text) => text.trim().length >= leastLength || short.test(text);

// The completion with what goes beyond the typed text set apart.
function optionText(completion, typed) {
  const begins = completion.toLowerCase().startsWith(typed.toLowerCase());
  const known = begins ? completion.slice(0, typed.length) : '';
  return [known, make('b', {}, completion.slice(known.length))];
}

// Without a choice Enter submits the form as ever. `choose` is called once the box holds a chosen completion.
export function suggestAt(box, choose = () => box.form.requestSubmit()) {
  const ask = newestOnly();
  const list = make('ul', { class: 'suggestions', id: `${box.id}-suggestions`, role: 'listbox', 'aria-label': strings.suggestionsLabel, hidden: true });
  let options = [];
  let at = -1;       // the chosen option; -1 is the box itself
  let typed = '';
  let timer = 0;

  box.after(list);
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', list.id]]) {
    box.setAttribute(name, value);
  }

  function close() {
    clearTimeout(timer);
    ask.withdraw();
    options = [];
    at = -1;
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }

  function mark(index) {
    options[at]?.setAttribute('aria-selected', 'false');
    at = index;
    if (at < 0) {
      box.removeAttribute('aria-activedescendant');
      box.value = typed;
      return;
    }
    options[at].setAttribute('aria-selected', 'true');
    options[at].scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', options[at].id);
    box.value = options[at].dataset.completion;
  }

  function take(completion) {
    box.value = completion;
    close();
    choose();
  }

  function option(completion, index) {
    const node = make('li', { id: `${list.id}-${index}`, role: 'option', 'aria-selected': 'false', dir: 'auto', 'data-completion': completion }, optionText(completion, typed));
    node.addEventListener('click', () => take(completion));
    return node;
  }

  function show(completions) {
    options = completions.filter((completion) => completion !== typed).map(option);
    at = -1;
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    box.setAttribute('aria-expanded', String(!list.hidden));
  }

  async function suggest() {
    try {
      const answer = await ask(`/api/v1/suggest?${new URLSearchParams({ q: typed })}`);
      if (answer !== null && document.activeElement === box) show(answer[1]);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      close();  // the search itself says what is wrong with the server
    }
  }

  function suggestNow(event) {
    typed = box.value;
    if (!worthAsking(typed)) return;
    event.preventDefault();
    suggest();
  }

  box.addEventListener('input', () => {
    close();
    typed = box.value;
    if (worthAsking(typed)) timer = setTimeout(suggest, pause);
  });

  box.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (list.hidden) {
      if (event.key === 'ArrowDown') suggestNow(event);
      return;
    }
    const last = options.length - 1;
    if (event.key === 'ArrowDown') mark(at === last ? -1 : at + 1);
    else if (event.key === 'ArrowUp') mark(at < 0 ? last : at - 1);
    else if (event.key === 'Enter' && at >= 0) take(options[at].dataset.completion);
    else if (event.key === 'Escape') {
      mark(-1);
      close();
    } else return;
    event.preventDefault();
  });

  list.addEventListener('pointerdown', (event) => event.preventDefault());  // the focus stays in the box
  box.addEventListener('blur', close);
  box.form.addEventListener('submit', close);
}
