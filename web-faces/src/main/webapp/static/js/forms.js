// The first field with something wrong gets the focus; a form is not sent twice.
document.querySelector('[aria-invalid="true"]')?.focus();

document.addEventListener('submit', (event) => {
  if (event.defaultPrevented || event.target.method !== 'post') return;
  if (event.target.dataset.sent) {
    event.preventDefault();
    return;
  }
  event.target.dataset.sent = 'true';
  event.submitter?.setAttribute('aria-busy', 'true');
});
// Back from the next page by the browser's button: the page is as it was left.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll('[data-sent]')) delete form.dataset.sent;
  for (const busy of document.querySelectorAll('[aria-busy]')) busy.removeAttribute('aria-busy');
});

// Filters take effect when they change, without a button to press.
document.addEventListener('change', (event) => {
  const form = event.target.closest('form[data-auto]');
  if (form) form.requestSubmit();
});
// An empty field is no filter and need not stand in the address.
document.addEventListener('formdata', (event) => {
  if (event.target.method !== 'get') return;
  for (const [name, value] of [...event.formData]) {
    // What was chosen has an id; the text beside it is for those without scripts.
    const chosen = name.startsWith('text.') && event.formData.get(name.slice(5));
    if (value === '' || chosen) event.formData.delete(name);
  }
});
// One filter open at a time; a click elsewhere or Escape closes it.
document.addEventListener('click', (event) => {
  for (const open of document.querySelectorAll('details.pick[open]')) {
    if (!open.contains(event.target)) open.open = false;
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = document.querySelector('details.pick[open]');
  if (open) {
    open.open = false;
    open.querySelector('summary').focus();
  }
});

// <button data-fill="name" data-value="…"> takes over the other person's value after a 412.
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-fill]');
  if (!button) return;
  const field = document.getElementById(button.dataset.fill);
  if (field) {
    field.value = button.dataset.value;
    const id = document.getElementById(`${button.dataset.fill}Id`);
    if (id) id.value = button.dataset.id ?? '';
    field.focus();
  }
});

// <button data-follows="modelId"> sends the form to be shown anew once another id was chosen there:
// what else is asked for depends on it.
for (const button of document.querySelectorAll('button[data-follows]')) {
  const hidden = document.getElementById(button.dataset.follows);
  const before = hidden.value;
  button.hidden = true;
  hidden.parentElement.addEventListener('change', () => {
    if (hidden.value && hidden.value !== before) button.click();
  });
}
