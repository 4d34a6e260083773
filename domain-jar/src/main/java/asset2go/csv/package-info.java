/**
 * Reading CSV as people have it: any encoding, any separator, any line end, any spreadsheet's
 * habits, of any length in constant memory; and writing it so that no spreadsheet runs it.
 */
@NullMarked
package asset2go.csv;

import org.jspecify.annotations.NullMarked;
