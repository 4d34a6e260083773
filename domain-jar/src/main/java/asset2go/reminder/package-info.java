/**
 * Mails that remind: of equipment that should be back, of warranties that end, of faults that
 * somebody has reported, and once a day of what is open. Each is recorded with the outgoing mail in
 * one transaction, so that nobody is reminded twice.
 */
@NullMarked
package asset2go.reminder;

import org.jspecify.annotations.NullMarked;
