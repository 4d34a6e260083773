// <form data-scans="id">: what is scanned is kept in the browser until the API has taken it, so
// that counting goes on without a network. Each scan has an id: sent twice, it counts once.
const form = document.querySelector('form[data-scans]');
if (form) {
  const key = `a2g-scans:${form.dataset.user}:${form.dataset.scans}`;
  const url = `/api/v1/stock-takes/${form.dataset.scans}/scans`;
  const code = form.querySelector('#code');
  const list = form.querySelector('#codes');
  const waiting = document.getElementById('waiting');
  const refused = document.getElementById('refused');
  const discard = document.getElementById('discard');
  let sending = false;

  const kept = () => {
    try { return JSON.parse(localStorage.getItem(key)) ?? []; } catch { return []; }
  };
  const keep = (scans) => {
    if (scans.length) localStorage.setItem(key, JSON.stringify(scans));
    else localStorage.removeItem(key);
    waiting.hidden = !scans.length;
    waiting.textContent = waiting.dataset.text.replace('{0}', scans.length);
  };
  // randomUUID is there in secure contexts only.
  const id = () => [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0')).join('');

  const show = (result) => {
    const outcome = result.outcome ?? 'unknown';
    const row = document.querySelector(`template[data-outcome="${outcome}"]`).content
      .cloneNode(true).firstElementChild;
    const [name, place] = row.querySelectorAll('p');
    name.textContent = result.asset ? `${result.asset.name} ${result.asset.tag}` : result.code;
    if (result.place && outcome !== 'FOUND') place.append(result.place.name);
    else place.remove();
    const rows = document.getElementById('result-list');
    rows.prepend(row);
    while (rows.children.length > 20) rows.lastElementChild.remove();
  };
  const refuse = (text) => {
    refused.hidden = !text;
    refused.querySelector('p').textContent = text;
    discard.hidden = !text;
  };

  async function send() {
    if (sending || !navigator.onLine) return;
    sending = true;
    try {
      for (let scans = kept(); scans.length; scans = kept()) {
        const batch = scans.slice(0, 200);
        const answer = await fetch(url, {
          method: 'POST',
          credentials: 'same-origin',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ scans: batch }),
        });
        if (!answer.ok) {
          // Signed out, too many, or a store that is away: later. Else somebody has to look at it.
          const later = answer.status >= 500 || answer.status === 429 || answer.status === 401;
          const problem = await answer.json().catch(() => ({}));
          refuse(later ? '' : problem.detail ?? problem.title ?? String(answer.status));
          return;
        }
        refuse('');
        const { results } = await answer.json();
        const taken = new Set(batch.map((scan) => scan.id));
        keep(kept().filter((scan) => !taken.has(scan.id)));
        results.forEach(show);
      }
    } catch {
      // No network: what is kept is sent when it is back.
    } finally {
      sending = false;
      keep(kept());
    }
  }

  function take(codes) {
    const locationId = form.querySelector('#placeId').value || undefined;
    const at = new Date().toISOString();
    keep([...kept(), ...codes.map((text) => ({ id: id(), code: text.slice(0, 500), at, locationId }))]);
    send();
  }

  form.addEventListener('submit', (event) => {
    // A place that was typed but not chosen is for the server to find.
    if (form.querySelector('#place').value.trim() && !form.querySelector('#placeId').value) return;
    const codes = `${code.value}\n${list.value}`.split('\n').map((line) => line.trim()).filter(Boolean);
    if (!codes.length) return;
    event.preventDefault();
    code.value = '';
    list.value = '';
    code.focus();
    take(codes);
  });
  discard.addEventListener('click', () => { keep([]); refuse(''); });
  addEventListener('online', send);
  setInterval(() => { if (kept().length) send(); }, 15000);
  keep(kept());
  send();

  camera();

  // The camera reads what the browser can read; elsewhere there is no button for it.
  function camera() {
    const button = document.getElementById('camera');
    const view = document.getElementById('camera-view');
    if (!('BarcodeDetector' in window) || !navigator.mediaDevices) return;
    const detector = new BarcodeDetector();
    const seen = new Map();
    let stream;
    button.hidden = false;
    const stop = () => {
      stream?.getTracks().forEach((track) => track.stop());
      stream = undefined;
      view.hidden = true;
      button.setAttribute('aria-pressed', 'false');
    };
    const look = async () => {
      if (!stream) return;
      try {
        const now = Date.now();
        for (const found of await detector.detect(view)) {
          // What stays before the lens is one scan.
          const before = seen.get(found.rawValue) ?? 0;
          seen.set(found.rawValue, now);
          if (now - before > 3000) {
            navigator.vibrate?.(60);
            take([found.rawValue]);
          }
        }
      } catch { /* a picture that is not ready yet */ }
      setTimeout(look, 150);
    };
    button.addEventListener('click', async () => {
      if (stream) return stop();
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        view.srcObject = stream;
        view.hidden = false;
        button.setAttribute('aria-pressed', 'true');
        await view.play();
        look();
      } catch {
        stop();
        refuse(button.dataset.none);
      }
    });
  }
}
