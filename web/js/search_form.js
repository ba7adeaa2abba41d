// The search form and the search: fills the one from the other, both ways.

const fields = ['q', 'sort', 'op', 'from', 'to', 'in'];
const unsaid = { sort: 'relevance', op: 'and' };  // the server's defaults: not written into the address
const ofOneAnswer = ['page', 'cursor', 'seed'];

// A value that the list does not offer (sort=random, or a slip) is shown as it stands in the address.
function choose(select, value) {
  const offered = [...select.options].some((option) => option.value === value);
  if (!offered) select.add(new Option(value, value));
  select.value = value;
}

export function fillForm(form, params) {
  for (const name of fields) {
    const control = form.elements.namedItem(name);
    const value = params.get(name) ?? unsaid[name] ?? '';
    if (control.type === 'checkbox') control.checked = value === control.value;
    else if (control.tagName === 'SELECT') choose(control, value);
    else control.value = value;
    control.removeAttribute('aria-invalid');
  }
}

// What the form asks for now, with what the form has no field for (filters, page size) kept from `current`.
export function searchOfForm(form, current) {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value.trim() !== '' && value !== unsaid[name]) params.append(name, value.trim());
  }
  for (const [name, value] of current) {
    if (!fields.includes(name) && !ofOneAnswer.includes(name)) params.append(name, value);
  }
  return params;
}

export function markInvalid(form, name) {
  const control = name ? form.elements.namedItem(name) : null;
  if (control instanceof Element) control.setAttribute('aria-invalid', 'true');
}
