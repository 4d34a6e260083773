package asset2go.reload;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of looking at the sources.
 *
 * @param touched files because of which the application has to be started again
 * @param words for the log; empty where there is nothing to say
 */
record Outcome(List<Path> touched, String words) {}
