/** Changing many assets at once: one by one, each with an answer of its own. */
@NullMarked
package asset2go.bulk;

import org.jspecify.annotations.NullMarked;
