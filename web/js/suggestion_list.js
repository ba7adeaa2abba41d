// The list of completions below a search box: which one is chosen, and what the box and assistive technology are told of it.
import { make } from './node.js';
import { strings } from './strings.js';

// The completion with what goes beyond the typed text set apart.
function optionText(completion, typed) {
  const begins = completion.toLowerCase().startsWith(typed.toLowerCase());
  const known = begins ? completion.slice(0, typed.length) : '';
  return [known, make('b', {}, completion.slice(known.length))];
}

function makeList(box) {
  const list = make('ul', { class: 'suggestions', id: `${box.id}-suggestions`, role: 'listbox', 'aria-label': strings.suggestionsLabel, hidden: true });
  box.after(list);
  const told = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id };
  for (const [name, value] of Object.entries(told)) box.setAttribute(name, value);
  list.addEventListener('pointerdown', (event) => event.preventDefault());  // the focus stays in the box
  return list;
}

// `take` is called with a completion that was clicked. While one is chosen it stands in the box.
export function createSuggestionList(box, take) {
  const list = makeList(box);
  let completions = [];
  let typed = '';
  let at = -1;  // -1 is the box itself

  function option(completion, index) {
    const node = make('li', { id: `${list.id}-${index}`, role: 'option', 'aria-selected': 'false', dir: 'auto' }, optionText(completion, typed));
    node.addEventListener('click', () => take(completion));
    return node;
  }

  function choose(index) {
    list.children[at]?.setAttribute('aria-selected', 'false');
    at = index;
    const chosen = list.children[at];
    box.value = chosen ? completions[at] : typed;
    if (!chosen) return box.removeAttribute('aria-activedescendant');
    chosen.setAttribute('aria-selected', 'true');
    chosen.scrollIntoView({ block: 'nearest' });
    return box.setAttribute('aria-activedescendant', chosen.id);
  }

  function show(found, ofText) {
    completions = found;
    typed = ofText;
    at = -1;
    list.replaceChildren(...completions.map(option));
    list.hidden = completions.length === 0;
    box.setAttribute('aria-expanded', String(!list.hidden));
    box.removeAttribute('aria-activedescendant');
  }

  return {
    show,
    close: () => show([], ''),
    isOpen: () => !list.hidden,
    chosen: () => completions[at] ?? null,
    next: () => choose(at === completions.length - 1 ? -1 : at + 1),
    previous: () => choose(at < 0 ? completions.length - 1 : at - 1),
    letGo: () => choose(-1),
  };
}
