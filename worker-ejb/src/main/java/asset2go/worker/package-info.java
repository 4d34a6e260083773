/** The worker: takes jobs from Redis and does them. */
@NullMarked
package asset2go.worker;

import org.jspecify.annotations.NullMarked;
