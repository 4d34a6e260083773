/**
 * Work orders and what comes of them for their assets: out of use while work goes on, back
 * afterwards, with a history of service and down-time; plans that open them, each time once.
 */
@NullMarked
package asset2go.maintenance;

import org.jspecify.annotations.NullMarked;
