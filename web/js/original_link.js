// The link to where an article was published, for http and https addresses only.
import { make } from './node.js';

// The address as a URL, or null when it is none that a reader may safely follow.
export function httpUrl(text) {
  const url = text && URL.canParse(text) ? new URL(text) : null;
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null;
}

export function originalLink(url, text) {
  return make('a', { href: url.href, rel: 'noopener noreferrer external' }, make('bdi', {}, text));
}
