// The search as it stands in the address of the page. The same parameters go to the API, so a link is a search.

const ofOnePage = ['page', 'cursor'];  // mean nothing once the search is another
const ofOneView = [...ofOnePage, 'page_size', 'sort', 'seed', 'recency', 'collapse', 'fragments', 'fields', 'facets', 'explain', 'pretty'];

export function searchOf(queryString) {
  const params = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(queryString)) {
    if (value.trim() !== '') params.append(name, value.trim());
  }
  return params;
}

// A copy with some parameters set, or removed where the value is null. It starts at page 1 unless told otherwise.
export function changed(params, changes) {
  const copy = new URLSearchParams(params);
  for (const name of ofOnePage) copy.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) copy.delete(name);
    else copy.set(name, value);
  }
  return copy;
}

// A copy without one of several values of a parameter.
export function without(params, name, value) {
  const copy = changed(params, {});
  const kept = copy.getAll(name).filter((other) => other !== value);
  copy.delete(name);
  for (const other of kept) copy.append(name, other);
  return copy;
}

// A copy with one more value of a parameter that may be repeated.
export function including(params, name, value) {
  const copy = without(params, name, value);
  copy.append(name, value);
  return copy;
}

// What says which articles are meant, and nothing of how they are shown: query, dates, filters.
export function onlyWhich(params) {
  return new URLSearchParams([...params].filter(([name]) => !ofOneView.includes(name)));
}

export function address(path, params) {
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

export const searchAddress = (params) => address('/', params);
export const apiAddress = (params) => address('/api/v1/search', params);

// The whole search goes along, so that the article page knows the way back, also in another tab.
export const articleAddress = (hit, params) => address(`/article/${encodeURIComponent(hit.id)}`, params);

// Every hit of a search as a file: csv, jsonl, ris or bibtex. An order by chance means nothing there.
export function exportAddress(params, format) {
  const asked = onlyWhich(params);
  for (const name of ['sort', 'recency', 'collapse']) {
    if (params.has(name) && params.get(name) !== 'random') asked.set(name, params.get(name));
  }
  asked.set('format', format);
  return address('/api/v1/export', asked);
}

// A search as something to follow: /feed.atom, /feed.rss, /feed.json.
export const feedAddress = (params, format) => address(`/feed.${format}`, onlyWhich(params));
