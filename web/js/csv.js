// Tables as comma-separated text (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it.

function cell(value) {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvText = (rows) => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
