// A field that looks things up while one types (WAI-ARIA combobox with a list). The id goes into
// the hidden field; the server also takes the bare text.
let count = 0;

function wire(box) {
  if (box.dataset.wired) return;
  box.dataset.wired = 'true';
  const [hidden, input] = box.querySelectorAll('input');
  const list = document.createElement('ul');
  list.id = `lookup-${++count}`;
  list.role = 'listbox';
  list.hidden = true;
  list.setAttribute('aria-label', document.querySelector(`label[for="${input.id}"]`)?.textContent ?? '');
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.className = 'clear';
  clear.ariaLabel = box.dataset.clear;
  clear.textContent = '×';
  box.append(list, clear);
  input.role = 'combobox';
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);
  let active = -1;
  let asked = 0;
  let chosen = input.value;

  const options = () => [...list.querySelectorAll('[role=option]')];
  const open = (shown) => {
    list.hidden = !shown;
    input.setAttribute('aria-expanded', String(shown));
    if (!shown) mark(-1);
  };
  const mark = (index) => {
    active = index;
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    const option = options()[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };
  const choose = (option) => {
    hidden.value = option?.dataset.id ?? '';
    input.value = chosen = option?.dataset.text ?? '';
    clear.hidden = !input.value;
    open(false);
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const look = async () => {
    const mine = ++asked;
    const url = `${box.dataset.lookup}?q=${encodeURIComponent(input.value.trim())}`;
    const answer = await fetch(url, { credentials: 'same-origin' });
    if (mine !== asked || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    list.replaceChildren(...page.querySelectorAll('[role=option]'));
    options().forEach((option, i) => { option.id = `${list.id}-${i}`; });
    if (!list.children.length) {
      const none = document.createElement('li');
      none.textContent = box.dataset.none;
      list.append(none);
    }
    open(true);
    mark(options().length && input.value.trim() ? 0 : -1);
  };
  let timer;
  input.addEventListener('input', () => {
    hidden.value = '';
    clear.hidden = !input.value;
    clearTimeout(timer);
    timer = setTimeout(look, 120);
  });
  input.addEventListener('click', () => list.hidden && look());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) { look(); return; }
      const n = options().length;
      if (n) mark((active + (event.key === 'ArrowDown' ? 1 : n - (active < 0 ? 0 : 1))) % n);
    } else if (event.key === 'Enter' && !list.hidden && options()[active]) {
      event.preventDefault();
      choose(options()[active]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      open(false);
    }
  });
  input.addEventListener('blur', () => {
    open(false);
    if (!hidden.value && input.value !== chosen) hidden.value = '';
  });
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const option = event.target.closest('[role=option]');
    if (option) choose(option);
  });
  clear.addEventListener('click', () => { choose(null); input.focus(); });
  clear.hidden = !input.value;
}

const all = (root) => root.querySelectorAll('[data-lookup]').forEach(wire);
all(document);
document.addEventListener('part', (event) => all(event.target));
