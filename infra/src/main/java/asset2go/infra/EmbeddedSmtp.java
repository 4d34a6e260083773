package asset2go.infra;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes every mail and delivers none: each is kept as a file ({@code mail/*.eml}) that a person can
 * read, such as the invitation of the first colleague.
 */
final class EmbeddedSmtp implements Store {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final GreenMail server;
  private final Path folder;
  private final AtomicLong count = new AtomicLong();

  private EmbeddedSmtp(GreenMail server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  static EmbeddedSmtp start(Wanted wanted) {
    var address = wanted.address("EMAIL_HOST", "EMAIL_PORT");
    address.requireFree();
    var protocol =
        Boolean.parseBoolean(wanted.orElse("EMAIL_SECURE", "false"))
            ? ServerSetup.PROTOCOL_SMTPS
            : ServerSetup.PROTOCOL_SMTP;
    var greenMail = new GreenMail(new ServerSetup(address.port(), address.host(), protocol));
    greenMail.withConfiguration(configuration(wanted));
    try {
      var folder = Files.createDirectories(wanted.folder().resolve("mail"));
      var smtp = new EmbeddedSmtp(greenMail, folder);
      greenMail.start();
      var users = greenMail.getManagers().getUserManager();
      users.setMessageDeliveryHandler((mail, recipient) -> smtp.keep(users, mail, recipient));
      return smtp;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new CannotStart("The SMTP server does not start: " + e.getMessage(), e);
    }
  }

  private static GreenMailConfiguration configuration(Wanted wanted) {
    var user = wanted.orElse("EMAIL_USERNAME", "");
    return user.isEmpty()
        ? new GreenMailConfiguration().withDisabledAuthentication()
        : new GreenMailConfiguration().withUser(user, wanted.secret("EMAIL_PASSWORD"));
  }

  private GreenMailUser keep(UserManager users, MovingMessage mail, MailAddress recipient)
      throws MessagingException, UserException {
    var name =
        "%s-%03d-%s.eml"
            .formatted(
                LocalDateTime.now(ZoneId.systemDefault()).format(STAMP),
                count.incrementAndGet(),
                recipient.getEmail().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9@._+-]", "_"));
    var unfinished = folder.resolve("." + name);
    try (var out = Files.newOutputStream(unfinished)) {
      mail.getMessage().writeTo(out);
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Who owns the mailbox in memory does not matter, and nothing is kept there.
    var owner = users.getUserByEmail("kept@localhost");
    return owner != null ? owner : users.createUser("kept@localhost", "kept", "kept");
  }

  @Override
  public void close() {
    server.stop();
  }
}
