// Asks the server. A newer question withdraws the one before it; whatever goes wrong becomes a Problem with a sentence.
import { strings } from './strings.js';

const patience = 30_000;  // milliseconds
const superseded = new DOMException('superseded', 'AbortError');

export class Problem extends Error {
  constructor(sentence, { status = 0, detail = null, param = null } = {}) {
    super(sentence);
    Object.assign(this, { sentence, status, detail, param });
  }

  // Whether the same question may be answered later.
  get passing() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

function join(...sentences) {
  return sentences.filter(Boolean).map((text) => (/[.!?…。]$/.test(text) ? text : `${text}.`)).join(' ');
}

// RFC 9457 problem+json, or whatever stands in its place, as a Problem.
async function problemOf(response) {
  const body = await response.json().catch(() => null);
  const detail = body?.detail ?? body?.title ?? null;
  const wait = Number(response.headers.get('retry-after'));
  const later = wait > 0 ? strings.retryAfter(wait) : null;
  const known = { status: response.status, detail, param: body?.param ?? null };
  if (response.status === 503) return new Problem(join(strings.notReady, detail ?? strings.notReadyDetail, later), known);
  return new Problem(join(detail ? strings.refused(detail) : strings.failedStatus(response.status), later), known);
}

async function fetchJson(address, signal) {
  let response;
  try {
    response = await fetch(address, { signal, headers: { accept: 'application/json' } });
  } catch {
    throw signal.aborted ? signal.reason : new Problem(strings.unreachable);
  }
  if (!response.ok) throw await problemOf(response);
  try {
    return await response.json();
  } catch {
    throw signal.aborted ? signal.reason : new Problem(strings.unreadable);
  }
}

// A function that asks for an address and gives its JSON, or null when a newer question took its place or it was withdrawn.
export function newestOnly() {
  let running = null;
  async function ask(address) {
    running?.abort(superseded);
    const controller = new AbortController();
    running = controller;
    const timer = setTimeout(() => controller.abort(new Problem(strings.slow)), patience);
    try {
      const answer = await fetchJson(address, controller.signal);
      return controller === running ? answer : null;
    } catch (error) {
      if (controller !== running || error === superseded) return null;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
  ask.withdraw = () => {
    running?.abort(superseded);
    running = null;
  };
  return ask;
}
