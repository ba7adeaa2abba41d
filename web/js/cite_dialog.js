// The dialog that shows how to cite a search or an article: as text, as BibTeX, and by an address that stays.
import { newestOnly, Problem } from './api.js';
import { make } from './node.js';
import { strings } from './strings.js';

const ask = newestOnly();

// The clipboard is there on secure pages only; elsewhere the text is selected, ready for the keys.
async function copy(field, said) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = strings.copied;
  } catch {
    said.textContent = document.execCommand('copy') ? strings.copied : strings.copyByHand;
  }
}

function textField(key, value, said) {
  const field = make('textarea', { id: `cite-${key}`, readonly: true, rows: key === 'bibtex' ? 9 : key === 'text' ? 3 : 2, dir: 'auto', spellcheck: 'false' });
  field.value = value;
  const button = make('button', { type: 'button', class: 'quiet', 'aria-label': strings.copyWhat(strings.citeForms[key]) }, strings.copy);
  button.addEventListener('click', () => copy(field, said));
  return make('div', { class: 'cite-form' }, make('label', { for: field.id }, strings.citeForms[key]), button, field);
}

function dialogOf(title) {
  const close = make('button', { type: 'button', class: 'quiet' }, strings.close);
  const said = make('p', { role: 'status', class: 'said' }, strings.citeAsking);
  const forms = make('div', { class: 'cite-forms' });
  const dialog = make('dialog', { class: 'cite', 'aria-labelledby': 'cite-title' },
    make('div', { class: 'cite-head' }, make('h2', { id: 'cite-title' }, title), close), forms, said);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    ask.withdraw();
    dialog.remove();
  });
  return { dialog, forms, said };
}

// `address` answers with {text, bibtex, address}.
export async function citeAt(address, title) {
  const { dialog, forms, said } = dialogOf(title);
  document.body.append(dialog);
  dialog.showModal();
  try {
    const answer = await ask(address);
    if (answer === null) return;
    said.textContent = '';
    forms.replaceChildren(...['text', 'bibtex', 'address'].map((key) => textField(key, answer[key], said)));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    said.textContent = error.sentence;
  }
}
