// Theme and navigation change at once; the cookie tells the server for the next page.
const root = document.documentElement;
const secure = location.protocol === 'https:' ? '; Secure' : '';

const keep = (name, value) => {
  document.cookie = `a2g-${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
};

document.addEventListener('submit', (event) => {
  const { preference } = event.target.dataset;
  const button = event.submitter;
  if (!preference || preference === 'lang' || !button) return;
  event.preventDefault();
  const value = button.value;
  keep(preference, value);
  root.dataset[preference] = value;
  for (const other of event.target.querySelectorAll('[aria-pressed]')) {
    other.setAttribute('aria-pressed', String(other === button));
  }
  if (button.dataset.toggle) {
    button.value = button.dataset.toggle.split(' ').find((other) => other !== value);
    button.setAttribute('aria-expanded', String(value === 'open'));
  }
});

// The server cannot know the zone; pages rendered before it was told are put right here.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes('a2g-zone=' + zone.replaceAll('/', ':'))) {
  keep('zone', zone.replaceAll('/', ':'));
  const day = new Intl.DateTimeFormat(root.lang, { dateStyle: 'medium' });
  const full = new Intl.DateTimeFormat(root.lang, { dateStyle: 'medium', timeStyle: 'short' });
  for (const time of document.querySelectorAll('time[datetime]')) {
    time.textContent = (time.dataset.day ? day : full).format(new Date(time.dateTime));
  }
}
