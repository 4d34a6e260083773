/**
 * What kinds of things there are and whose: companies, categories, manufacturers, models and
 * suppliers.
 */
@NullMarked
package asset2go.catalogue;

import org.jspecify.annotations.NullMarked;
