// <svg data-sign="#path">: strokes with pen, finger or mouse become the path of a hidden field.
const pad = document.querySelector('svg[data-sign]');
if (pad) {
  const field = document.querySelector(pad.dataset.sign);
  const line = pad.querySelector('path');
  const clear = document.querySelector('[data-sign-clear]');
  let strokes = field.value;
  let drawing = false;

  const at = (event) => {
    const spot = new DOMPoint(event.clientX, event.clientY)
      .matrixTransform(pad.getScreenCTM().inverse());
    const { width, height } = pad.viewBox.baseVal;
    const within = (value, most) => Math.min(most, Math.max(0, value)).toFixed(1);
    return `${within(spot.x, width)},${within(spot.y, height)}`;
  };
  const show = () => {
    line.setAttribute('d', strokes);
    field.value = strokes;
  };
  pad.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    drawing = true;
    const spot = at(event);
    strokes += `M${spot}L${spot}`;
    show();
  });
  pad.addEventListener('pointermove', (event) => {
    if (!drawing || strokes.length > 90000) return;
    // A pen reports more often than the screen is drawn.
    const points = event.getCoalescedEvents?.() ?? [];
    for (const one of points.length ? points : [event]) strokes += `L${at(one)}`;
    show();
  });
  for (const end of ['pointerup', 'pointercancel']) {
    pad.addEventListener(end, () => { drawing = false; });
  }
  clear.addEventListener('click', () => { strokes = ''; show(); });
  clear.hidden = false;
  show();
}
