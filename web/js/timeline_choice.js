// Choosing among the bars of a timeline, by pointer and by keys. One bar at a time is in the order of Tab; arrows, Home and
// End move, with Shift they choose from where they began; Enter takes what is chosen; Escape lets go of it.

const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 };

export function createBarChoice(place, bars, { explain, narrow, label }) {
  const labels = bars.map((bar) => bar.getAttribute('aria-label'));
  let anchor = bars.length - 1;  // where a choice begins
  let at = anchor;
  let dragging = false;

  const range = () => [Math.min(anchor, at), Math.max(anchor, at)];
  const several = () => anchor !== at;

  function show() {
    const [first, last] = range();
    bars.forEach((bar, index) => {
      bar.classList.toggle('chosen', several() && index >= first && index <= last);
      bar.tabIndex = index === at ? 0 : -1;
      bar.setAttribute('aria-label', several() && index === at ? `${labels[index]}. ${label(first, last)}` : labels[index]);
    });
  }

  function moveTo(index, keepAnchor) {
    at = Math.max(0, Math.min(bars.length - 1, index));
    if (!keepAnchor) anchor = at;
    show();
  }

  function take() {
    if (several()) narrow(...range());
    else explain(at);
  }

  function key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? bars.length - 1 : at + (steps[event.key] ?? NaN);
    if (Number.isInteger(to)) moveTo(to, event.shiftKey);
    else if (event.key === 'Escape' && several()) moveTo(at, false);
    else return;
    event.preventDefault();
    bars[at].focus();
  }

  const barUnder = ({ clientX }) => {
    const { left, width } = place.getBoundingClientRect();
    return Math.floor(((clientX - left) / width) * bars.length);
  };

  // Only the newest timeline listens: these replace those of the one before.
  place.onpointerdown = (event) => {
    if (event.button !== 0 || event.shiftKey) return;
    dragging = true;
    moveTo(barUnder(event), false);
  };
  place.onpointermove = (event) => {
    if (!dragging) return;
    moveTo(barUnder(event), true);
    if (several() && !place.hasPointerCapture(event.pointerId)) place.setPointerCapture(event.pointerId);
  };
  place.onpointerup = () => {
    if (!dragging) return;
    dragging = false;
    if (several()) narrow(...range());
  };
  place.onpointercancel = () => {
    dragging = false;
    moveTo(at, false);
  };
  place.onclick = (event) => {
    const index = bars.indexOf(event.target.closest('.bar'));
    if (index < 0) return;
    const byKey = event.detail === 0;
    if (!byKey) moveTo(index, event.shiftKey);
    take();
  };

  show();
  return { key, focus: () => bars[at].focus({ preventScroll: true }) };
}
