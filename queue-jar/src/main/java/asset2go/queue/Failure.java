package asset2go.queue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job's failure is written into it.
 *
 * @param reason what Node's tools show
 * @param stacktraces JSON, a list of text, the latest last
 */
record Failure(String reason, String stacktraces) {
  /** Redis keeps all of this in memory: the head of a trace says what a person needs. */
  private static final int TRACE = 8_000;

  private static final int TRACES = 50;

  static Failure of(Job job, Throwable error) {
    List<@Nullable Object> traces = new ArrayList<>(job.stacktrace());
    traces.add(trace(error));
    Integer limit = job.options().stackTraceLimit();
    int keep = limit == null || limit < 0 || limit > TRACES ? TRACES : limit;
    return new Failure(
        reason(error),
        Json.write(traces.subList(Math.max(0, traces.size() - keep), traces.size())));
  }

  static String reason(Throwable error) {
    String message = error.getMessage();
    return message == null || message.isBlank() ? error.getClass().getName() : message;
  }

  private static String trace(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    String trace = text.toString().strip();
    return trace.length() > TRACE ? trace.substring(0, TRACE) + "\n\t..." : trace;
  }

  byte[] fields() {
    return Moves.fields("failedReason", reason, "stacktrace", stacktraces);
  }
}
