// The form of the trends page and its state in the address, both ways. It shows as many boxes as are filled, and one more.
import { mostSeries } from './series_style.js';

const unsaid = { show: 'count', collapse: 'none', interval: 'auto' };  // not written into the address
const leastBoxes = 2;
const ofForm = ['q', 'from', 'to', ...Object.keys(unsaid)];

const boxes = (form) => [...form.elements.namedItem('q')];

export function showBoxes(form, wanted, more) {
  boxes(form).forEach((box, at) => { box.closest('li').hidden = at >= wanted; });
  more.hidden = wanted >= mostSeries;
}

export const shownBoxes = (form) => boxes(form).filter((box) => !box.closest('li').hidden).length;

export function fillTrends(form, params, more) {
  const queries = params.getAll('q');
  boxes(form).forEach((box, at) => { box.value = queries[at] ?? ''; });
  for (const name of ['from', 'to']) {
    const control = form.elements.namedItem(name);
    control.value = params.get(name) ?? '';
    control.removeAttribute('aria-invalid');
  }
  for (const [name, value] of Object.entries(unsaid)) {
    const select = form.elements.namedItem(name);
    select.value = params.get(name) ?? value;
    if (select.selectedIndex < 0) select.value = value;
  }
  showBoxes(form, Math.max(leastBoxes, Math.min(queries.length, mostSeries)), more);
}

// What the form asks for, with what it has no field for (filters) kept from `current`.
export function trendsOfForm(form, current) {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value.trim() !== '' && value !== unsaid[name]) params.append(name, value.trim());
  }
  for (const [name, value] of current) {
    if (!ofForm.includes(name)) params.append(name, value);
  }
  return params;
}
