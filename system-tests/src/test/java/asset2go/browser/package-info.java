/** What a person sees and does, in a real browser, at a desk and on a phone, by day and night. */
@NullMarked
package asset2go.browser;

import org.jspecify.annotations.NullMarked;
