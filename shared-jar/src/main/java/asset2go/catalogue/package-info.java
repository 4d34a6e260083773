/** What kinds of things there are and whose: companies, categories, manufacturers and models. */
@NullMarked
package asset2go.catalogue;

import org.jspecify.annotations.NullMarked;
