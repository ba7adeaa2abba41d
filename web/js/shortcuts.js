// Single-key shortcuts, quiet while a reader types, and a checkbox that switches them off for good.

const kept = 'backfile.shortcuts';

// Storage may be forbidden; then the choice lasts as long as the page.
function recall() {
  try { return localStorage.getItem(kept) !== 'off'; } catch { return true; }
}

function keep(on) {
  try { localStorage.setItem(kept, on ? 'on' : 'off'); } catch { /* the choice stands until the page is left */ }
}

const writes = (node) => node.matches('textarea, select, [contenteditable], input:not([type=checkbox])');

// `actions` maps a key to what it does.
export function bindShortcuts(actions, checkbox) {
  checkbox.checked = recall();
  checkbox.addEventListener('change', () => keep(checkbox.checked));
  document.addEventListener('keydown', (event) => {
    if (!checkbox.checked || event.ctrlKey || event.altKey || event.metaKey || writes(event.target)) return;
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : null;
    if (!action) return;
    event.preventDefault();
    action();
  });
}

export function focusBox(box) {
  box.focus();
  box.select();
}
