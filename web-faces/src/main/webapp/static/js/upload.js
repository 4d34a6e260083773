// The import page: a chosen file's beginning goes to the server, which guesses the columns; the
// whole file goes only when the form is sent. It may be large, so no more than this is read:
const BEGINNING = 256 * 1024;

import { fetchPage } from './swap.js';

const form = document.querySelector('form[data-upload]');
if (form) {
  const file = form.querySelector('input[type=file]');
  const drop = form.querySelector('#drop');
  form.querySelectorAll('[data-scripted="hidden"]').forEach((part) => { part.hidden = true; });
  let asked = 0;

  const look = async () => {
    const mine = ++asked;
    const chosen = file.files[0];
    if (!chosen) return;
    const data = new FormData(form);
    data.delete('column');
    data.delete('field');
    data.set('look', '');
    data.set(file.name, chosen.slice(0, BEGINNING), chosen.name);
    form.setAttribute('aria-busy', 'true');
    try {
      const { page } = await fetchPage('/imports/new?look', { method: 'POST', body: data });
      if (mine !== asked) return;
      for (const id of ['steps', 'mapping', 'file-wrong']) {
        const fresh = page.getElementById(id);
        if (fresh) document.getElementById(id).replaceWith(fresh);
      }
      const general = page.querySelector('main > .note.is-wrong');
      if (general) document.getElementById('mapping').append(general);
      document.getElementById('mapping').scrollIntoView({ block: 'nearest' });
    } finally {
      form.removeAttribute('aria-busy');
    }
  };
  file.addEventListener('change', look);
  form.querySelectorAll('[name=kind]').forEach((kind) => kind.addEventListener('change', look));

  for (const name of ['dragenter', 'dragover']) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add('over'); });
  }
  for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    file.files = event.dataTransfer.files;
    look();
  });
}
