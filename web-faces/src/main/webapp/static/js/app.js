// Everything works without scripts; these make it quicker. Each module looks for its own marks.
import './preferences.js';
import './keys.js';
import './swap.js';
import './lookup.js';
import './forms.js';
import './upload.js';
import './booking.js';
import './sign.js';
import './scans.js';
