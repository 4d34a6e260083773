/** Settings as the application server itself hands them to us. */
@NullMarked
package asset2go.settings;

import org.jspecify.annotations.NullMarked;
