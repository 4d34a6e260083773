package asset2go.importing;

import org.jspecify.annotations.Nullable;

/**
 * Why one row, or one cell of it, was not taken.
 *
 * @param line line of the file on which the row begins, 1 for the first
 * @param column name of the column as in the file, null where the row as a whole is at fault
 * @param value what stood there, shortened
 * @param reason what is wrong and what would be right
 */
public record ImportError(
    long line, @Nullable String column, @Nullable String value, String reason) {}
