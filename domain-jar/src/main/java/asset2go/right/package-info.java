/**
 * Rights over parts of the equipment. Every query over assets or locations goes through {@link
 * asset2go.right.Scope}, every change through {@link asset2go.right.Rights}; {@code
 * docs/contributing.md} shows how.
 */
@NullMarked
package asset2go.right;

import org.jspecify.annotations.NullMarked;
