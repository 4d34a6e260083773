package asset2go.outbox;

import asset2go.settings.Settings;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two queues: what somebody waits for never stands behind long work. In Redis they are called
 * {@code QUEUE} and {@code QUEUE-bulk}.
 */
public enum Lane {
  PROMPT("prompt", ""),
  BULK("bulk", "-bulk");

  private final String key;
  private final String suffix;

  Lane(String key, String suffix) {
    this.key = key;
    this.suffix = suffix;
  }

  /** What it is called where the setting must not matter. */
  public String key() {
    return key;
  }

  /** Name of the queue in Redis. */
  public String queue(Settings settings) {
    return queue(settings.queue());
  }

  /**
   * @param name what QUEUE says
   */
  public String queue(String name) {
    return name + suffix;
  }

  public static Optional<Lane> named(String key) {
    return Stream.of(values()).filter(lane -> lane.key.equals(key)).findAny();
  }
}
