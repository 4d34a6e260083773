/** What is done over the clock. When, and by which job, is a matter of {@code asset2go.job}. */
@NullMarked
package asset2go.task;

import org.jspecify.annotations.NullMarked;
