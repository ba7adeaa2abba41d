// The value of a label as a reader says it: a language by its name ("ar" → "Arabic"), every other as it stands.
import { strings } from './strings.js';

// A tag that is none stands as it is.
export function languageName(tag) {
  try {
    return new Intl.DisplayNames(strings.locale, { type: 'language' }).of(tag);
  } catch {
    return tag;
  }
}

export const labelText = (field, value) => (field === 'language' ? languageName(value) : value);
