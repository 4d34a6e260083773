package asset2go.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.settings.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a letter may be offered again hangs on how the server came to not taking it. */
final class SmtpTest {

  @Test
  void aServerThatTakesItIsGivenItOnce() {
    try (RudeServer server = new RudeServer(Map.of())) {
      send(server.port(), "kim@example.test");
      assertThat(server.letters()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"RCPT, 550 5.1.1 nobody of that name", "MAIL, 553 no", "., 554 5.7.1 spam"})
  void whatIsRefusedForGoodIsNotTriedAgain(String command, String reply) {
    try (RudeServer server = new RudeServer(Map.of(command, reply))) {
      assertThatThrownBy(() -> send(server.port(), "kim@example.test"))
          .isInstanceOf(Smtp.Refused.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"RCPT, 450 4.2.1 later", "DATA, 421 closing", "., 452 4.3.1 full"})
  void whatIsRefusedForNowMayBeTriedAgain(String command, String reply) {
    try (RudeServer server = new RudeServer(Map.of(command, reply))) {
      assertThatThrownBy(() -> send(server.port(), "kim@example.test"))
          .isInstanceOf(Smtp.NotTaken.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EHLO", "MAIL", "RCPT", "DATA"})
  void whoHangsUpBeforeTheLetterHasNotGotIt(String command) {
    try (RudeServer server =
        new RudeServer(
            command.equals("EHLO") ? Map.of("EHLO", "", "HELO", "") : Map.of(command, ""))) {
      assertThatThrownBy(() -> send(server.port(), "kim@example.test"))
          .isInstanceOf(Smtp.NotTaken.class);
    }
  }

  @Test
  void whoHangsUpAtItsEndMayHaveGotIt() {
    try (RudeServer server = new RudeServer(Map.of(".", ""))) {
      assertThatThrownBy(() -> send(server.port(), "kim@example.test"))
          .isExactlyInstanceOf(IllegalStateException.class);
      assertThat(server.letters()).isEqualTo(1);
    }
  }

  @Test
  void whoHangsUpWhenToldGoodbyeHasGotIt() {
    try (RudeServer server = new RudeServer(Map.of("QUIT", ""))) {
      send(server.port(), "kim@example.test");
      assertThat(server.letters()).isEqualTo(1);
    }
  }

  @Test
  void anAddressThatIsNoneIsNotTriedAgain() {
    try (RudeServer server = new RudeServer(Map.of())) {
      assertThatThrownBy(() -> send(server.port(), "kim @ nowhere,"))
          .isInstanceOf(Smtp.Refused.class);
    }
  }

  @Test
  void aServerThatIsNotThereHasNotGotIt() {
    RudeServer server = new RudeServer(Map.of());
    int port = server.port();
    server.close();
    assertThatThrownBy(() -> send(port, "kim@example.test")).isInstanceOf(Smtp.NotTaken.class);
  }

  private static void send(int port, String to) {
    Settings.Mail settings =
        new Settings.Mail(
            "smtp",
            Optional.empty(),
            Optional.empty(),
            Optional.of("127.0.0.1"),
            port,
            false,
            Optional.empty(),
            Optional.empty());
    Mail mail =
        new Letters(Locale.ENGLISH)
            .withLink(to, "Kim", "invitation", "https://asset2go.example/invitation?token=t");
    new Smtp(settings, "asset2go.example").send("job-1", mail);
  }
}
