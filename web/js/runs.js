// Turns runs, [[text, matched], …], into text and <mark> nodes.
import { make } from './node.js';

export function runNodes(runs) {
  return runs.map(([text, matched]) => (matched ? make('mark', {}, text) : document.createTextNode(text)));
}

// A text with its runs where the server gave them, else the text alone.
export function textNodes(text, runs) {
  return Array.isArray(runs) && runs.length > 0 ? runNodes(runs) : [document.createTextNode(text ?? '')];
}
