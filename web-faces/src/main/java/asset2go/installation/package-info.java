/** What this installation is: its settings, and the keys that follow from its secret. */
@NullMarked
package asset2go.installation;

import org.jspecify.annotations.NullMarked;
