/** Letters to people: written by the feature that has something to say, sent by SMTP. */
@NullMarked
package asset2go.mail;

import org.jspecify.annotations.NullMarked;
