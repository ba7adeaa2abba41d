// Remembers how far down each entry of the history was read: the hits come after the page, too late for the browser's own way.

const pause = 100;  // milliseconds without scrolling before the place is noted

export function rememberScroll() {
  history.scrollRestoration = 'manual';
  let timer = 0;
  window.addEventListener('scroll', () => {
    clearTimeout(timer);
    const entry = location.href;
    timer = setTimeout(() => {
      if (location.href === entry) noteScroll();
    }, pause);
  }, { passive: true });
  window.addEventListener('pagehide', noteScroll);
}

export function noteScroll() {
  history.replaceState({ ...history.state, scroll: window.scrollY }, '');
}

export function restoreScroll() {
  window.scrollTo({ top: history.state?.scroll ?? 0, behavior: 'instant' });
}
