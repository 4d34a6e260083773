/** The audit trail: every change appends an event that carries the hash of the one before. */
@NullMarked
package asset2go.event;

import org.jspecify.annotations.NullMarked;
