// The search as it stands in the address of the page. The same parameters go to the API, so a link is a search.

const ofOnePage = ['page', 'cursor'];  // mean nothing once the search is another

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

function address(path, params) {
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

export const searchAddress = (params) => address('/', params);
export const apiAddress = (params) => address('/api/v1/search', params);

// The whole search goes along, so that the article page knows the way back, also in another tab.
export const articleAddress = (hit, params) => address(`/article/${encodeURIComponent(hit.id)}`, params);
