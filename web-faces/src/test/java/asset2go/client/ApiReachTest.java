package asset2go.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiReachTest {
  private static final Throwable REFUSED =
      new ProcessingException(new ConnectException("Connection refused"));

  private final Logger log = Logger.getLogger(ApiReach.class.getName());
  private final Lines lines = new Lines();
  private final ApiReach reach =
      new ApiReach() {
        @Override
        URI address() {
          return URI.create("http://wrong.test:3500/");
        }
      };

  private static final class Lines extends Handler {
    private final List<String> said = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      said.add(record.getLevel() + " " + record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    log.addHandler(lines);
    log.setUseParentHandlers(false);
  }

  @AfterEach
  void leave() {
    log.removeHandler(lines);
    log.setUseParentHandlers(true);
  }

  @Test
  void anOutageIsOneLineThatNamesTheSetting() {
    reach.silent(REFUSED);
    reach.silent(REFUSED);
    assertThat(lines.said)
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("API_INTERNAL_URL", "http://wrong.test:3500/", "Connection refused");
  }

  @Test
  void itsEndIsOneLineToo() {
    reach.answered();
    reach.silent(REFUSED);
    reach.answered();
    reach.answered();
    assertThat(lines.said).hasSize(2);
    assertThat(lines.said.get(1)).contains("answers again");
    reach.silent(REFUSED);
    assertThat(lines.said).hasSize(3);
  }

  @Test
  void everyCallOfAClientIsHeardOf() {
    Runnable client =
        reach.watch(
            Runnable.class,
            () -> {
              throw (ProcessingException) REFUSED;
            });
    org.assertj.core.api.Assertions.assertThatThrownBy(client::run).isSameAs(REFUSED);
    assertThat(lines.said).hasSize(1);
    reach.watch(Runnable.class, () -> {}).run();
    assertThat(lines.said).hasSize(2);
  }

  @Test
  void noAnswerIsSilence() {
    assertThat(ApiReach.isSilence(REFUSED)).isTrue();
    assertThat(ApiReach.isSilence(new IllegalStateException("in a page", REFUSED))).isTrue();
  }

  @Test
  void anAnswerIsNot() {
    assertThat(ApiReach.isSilence(new IOException("the browser has gone"))).isFalse();
    assertThat(ApiReach.isSilence(new ProcessingException("no JSON"))).isFalse();
    assertThat(ApiReach.isSilence(new IllegalStateException())).isFalse();
  }
}
