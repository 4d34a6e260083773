package asset2go.job;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What our workers call themselves, which every BullMQ tool shows: {@code
 * asset2go-4711@worker-1/8}, by process, host and how many jobs it does at a time.
 */
public record WorkerName(String process, String host, int concurrency) {

  private static final Pattern OURS = Pattern.compile("(asset2go-[^@]+)@(.+)/(\\d{1,6})");

  /**
   * @param process with the host: {@code 4711@worker-1}
   */
  public static String of(String process, int concurrency) {
    return "asset2go-" + process + "/" + concurrency;
  }

  /** Reads one; null for the name of another's worker. */
  static @Nullable WorkerName parse(String name) {
    Matcher matcher = OURS.matcher(name);
    return matcher.matches()
        ? new WorkerName(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)))
        : null;
  }
}
