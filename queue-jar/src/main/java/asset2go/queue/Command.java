package asset2go.queue;

import java.nio.charset.StandardCharsets;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/** Commands to Redis, put together for a {@link Pipe}. */
final class Command {
  private static final byte[] EMPTY = {};

  private Command() {}

  static CommandArguments of(Protocol.Command command, Object... arguments) {
    CommandArguments line = new CommandArguments(command);
    for (Object argument : arguments) {
      line.add(bytes(argument));
    }
    return line;
  }

  /** Keys first, then arguments; text, numbers and byte arrays. */
  static CommandArguments run(Script script, Object... keysAndArguments) {
    CommandArguments line = new CommandArguments(Protocol.Command.EVALSHA);
    line.add(script.sha).add(script.keyCount);
    for (Object argument : keysAndArguments) {
      line.add(bytes(argument));
    }
    return line;
  }

  private static byte[] bytes(Object value) {
    return switch (value) {
      case byte[] raw -> raw;
      case String text when text.isEmpty() -> EMPTY;
      default -> value.toString().getBytes(StandardCharsets.UTF_8);
    };
  }
}
