package asset2go.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one job. What may let somebody in, or tells of a person, is left out.
 *
 * @param data JSON as text, indented; a foreign producer may have written something else. Null
 *     where it is too large to show
 * @param dataBytes how large it is
 * @param redacted whether something was left out of the data
 * @param returnValue JSON as text, null before it completed, and where it is too large to show
 * @param options JSON as text, as BullMQ stores them
 * @param attemptsStarted how often a worker has taken it
 * @param stalledCount how often a worker was lost over it
 * @param logs what it has logged, at most the last 1,000 rows
 * @param stacktraces of each failed try that is kept, the latest last
 */
public record JobDetails(
    JobSummary job,
    @Nullable String data,
    long dataBytes,
    boolean redacted,
    @Nullable String returnValue,
    String options,
    int attemptsStarted,
    int stalledCount,
    List<String> logs,
    List<String> stacktraces) {}
