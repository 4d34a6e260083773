// <form data-check="/bookings/check"> shows, while one chooses, what of the wish can be had.
import { fetchPage } from './swap.js';

let asked = 0;

async function check(form) {
  const mine = ++asked;
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value && !name.startsWith('jakarta.faces')) fields.set(name, value);
  }
  const { page, response } = await fetchPage(`${form.dataset.check}?${fields}`);
  const fresh = page.getElementById('check');
  if (mine === asked && response.ok && fresh) document.getElementById('check').replaceWith(fresh);
}

document.addEventListener('change', (event) => {
  const form = event.target.closest('form[data-check]');
  if (form) check(form).catch(() => {});
});
