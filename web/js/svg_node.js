// Makes SVG elements out of names, attributes and text, as node.js does for HTML.

const svg = 'http://www.w3.org/2000/svg';

export function draw(tag, attributes = {}, ...children) {
  const node = document.createElementNS(svg, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}
