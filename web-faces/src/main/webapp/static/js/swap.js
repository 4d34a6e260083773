// Parts of pages are fetched as pages and put in place: dialogs, further rows, live progress,
// branches of the tree. The server renders each part one way only.
export async function fetchPage(url, options) {
  const response = await fetch(url, { credentials: 'same-origin', ...options });
  if (new URL(response.url).pathname === '/login') {
    location.assign(response.url);
    throw new Error('signed out');
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return { page, response };
}

// <a data-dialog="#step" href="/assets/1?step=RETIRED"> shows that page's dialog over this one.
document.addEventListener('click', async (event) => {
  const link = event.target.closest('a[data-dialog]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const { page } = await fetchPage(link.href);
    const found = page.querySelector(link.dataset.dialog);
    if (!found) throw new Error('no dialog');
    document.querySelector(link.dataset.dialog)?.remove();
    document.getElementById('main').append(found);
    show(found);
  } catch {
    location.assign(link.href);
  }
});

function show(dialog) {
  dialog.removeAttribute('open');
  dialog.showModal();
  dialog.dispatchEvent(new CustomEvent('part', { bubbles: true }));
}

document.addEventListener('click', (event) => {
  const close = event.target.closest('dialog [data-close]');
  if (close) {
    event.preventDefault();
    close.closest('dialog').close();
  } else if (event.target.matches('dialog:modal')) {
    event.target.close();
  }
});
for (const dialog of document.querySelectorAll('dialog[open]')) show(dialog);

// <a data-more="#assets tbody"> appends the next page's rows to this one's.
document.addEventListener('click', async (event) => {
  const link = event.target.closest('a[data-more]');
  if (!link || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  if (link.getAttribute('aria-busy')) return;
  link.setAttribute('aria-busy', 'true');
  try {
    const { page } = await fetchPage(link.href);
    const list = document.querySelector(link.dataset.more);
    const rows = [...page.querySelector(link.dataset.more).children];
    list.append(...rows);
    rows[0]?.querySelector('a')?.focus({ preventScroll: true });
    const next = page.querySelector('a[data-more]');
    if (next) link.replaceWith(next);
    else link.remove();
  } catch {
    location.assign(link.href);
  }
});

// <section id="run" data-live="1000"> is asked for again until it no longer says so.
async function live(part) {
  await new Promise((done) => setTimeout(done, Number(part.dataset.live)));
  if (!navigator.onLine) return live(part);
  try {
    const { page, response } = await fetchPage(location.href);
    const fresh = response.ok && page.getElementById(part.id);
    if (fresh) {
      // Who stands on a link or a button of it goes on standing there.
      const focused = part.contains(document.activeElement) && document.activeElement.id;
      part.replaceWith(fresh);
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
      for (const inner of fresh.querySelectorAll('[data-live]')) live(inner);
      return fresh.dataset.live ? live(fresh) : undefined;
    }
  } catch (problem) {
    if (problem.message === 'signed out') return;
  }
  part.dataset.live = Math.min(Number(part.dataset.live) * 2, 15000);
  return live(part);
}
for (const part of document.querySelectorAll('[data-live]')) live(part);

// <details data-branch="/locations?parent=1"> gets its inside when it is first opened.
document.addEventListener('toggle', async (event) => {
  const branch = event.target;
  if (!branch.open || !branch.dataset?.branch) return;
  const url = branch.dataset.branch;
  delete branch.dataset.branch;
  const { page } = await fetchPage(url);
  const inside = page.querySelector('#branch');
  if (inside) branch.append(...inside.children);
}, true);
