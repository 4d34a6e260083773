/**
 * Jobs that commit together with the change they belong to, and reach Redis afterwards, whatever
 * crashes in between.
 */
@NullMarked
package asset2go.outbox;

import org.jspecify.annotations.NullMarked;
