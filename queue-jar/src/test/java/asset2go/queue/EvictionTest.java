package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol;

/** A Redis that may evict keys loses jobs: whoever runs it hears of it at the start, once. */
class EvictionTest {
  private static final class Warnings extends Handler implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(Redis.class.getName());
    private final List<String> said = new CopyOnWriteArrayList<>();

    private Warnings() {
      LOGGER.addHandler(this);
    }

    @Override
    public void publish(LogRecord said) {
      this.said.add(new SimpleFormatter().formatMessage(said));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      LOGGER.removeHandler(this);
    }
  }

  private static List<String> warnings(RedisServer server, RedisConfig config) {
    QueueFixture test = new QueueFixture(server);
    try (Warnings warnings = new Warnings()) {
      test.begin(config);
      test.worker((job, context) -> "ok");
      test.worker((job, context) -> "ok");
      String id = test.queue.add("n", "1");
      await().until(() -> test.admin.state(id) == JobState.COMPLETED);
      test.afterEach(null);
      return warnings.said;
    }
  }

  @Test
  void itIsSaidOnceHoweverMuchIsDone() {
    try (RedisServer server =
        new RedisServer("--maxmemory-policy", "allkeys-lru", "--requirepass", "secret")) {
      server.start();
      assertThat(warnings(server, server.config().withLogin(null, "secret")))
          .singleElement()
          .asString()
          .contains("127.0.0.1:" + server.port, "allkeys-lru", "noeviction")
          .doesNotContain("secret");
    }
  }

  @Test
  void aRedisThatKeepsWhatItHasIsNoMatter() {
    try (RedisServer server = new RedisServer("--maxmemory-policy", "noeviction").start()) {
      assertThat(warnings(server, server.config())).isEmpty();
    }
  }

  @Test
  void aRedisThatDoesNotTellIsNoMatter() {
    try (RedisServer server = new RedisServer("--maxmemory-policy", "allkeys-lru").start()) {
      server.ask(
          Protocol.Command.ACL, "SETUSER", "app", "on", ">pass", "~*", "&*", "+@all", "-config");
      assertThat(warnings(server, server.config().withLogin("app", "pass"))).isEmpty();
    }
  }
}
