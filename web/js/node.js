// Makes elements out of names, attributes and text. Text is always text: nothing here reads markup.

export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

// "Did you mean {query}?" with {query: node} → ["Did you mean ", node, "?"].
export function fill(template, parts) {
  return template.split(/\{(\w+)\}/).map((piece, at) => (at % 2 ? parts[piece] : piece));
}

// [a, b, c] → [a, " · ", b, " · ", c]; what is null is left out.
export function dotted(parts) {
  return parts.filter((part) => part !== null).flatMap((part, at) => (at ? [' · ', part] : [part]));
}
