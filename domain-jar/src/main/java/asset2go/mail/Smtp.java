package asset2go.mail;

import asset2go.settings.Settings;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One delivery to the SMTP server of the EMAIL_* settings. TLS is used from the first byte with
 * EMAIL_SECURE, and otherwise as soon as the server offers it.
 */
final class Smtp {

  private static final Logger LOG = Logger.getLogger(Smtp.class.getName());
  private static final Pattern REFUSAL = Pattern.compile("\\s*([45])\\d\\d(?:[ -]|$)");
  private static final String PATIENCE_MILLIS = "15000";

  private final Settings.Mail settings;
  private final String domain;

  Smtp(Settings.Mail settings, String domain) {
    this.settings = settings;
    this.domain = domain;
  }

  /** The server says that it is never going to take this letter. */
  static final class Refused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Refused(Exception cause) {
      super("The mail server refuses it: " + cause.getMessage(), cause);
    }
  }

  /** The server has not taken a letter, for sure: it may be offered again. */
  static final class NotTaken extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotTaken(Exception cause) {
      super("The mail server does not take it: " + cause.getMessage(), cause);
    }
  }

  /**
   * Hands the letter over. Jakarta Mail looks for its parts through the thread: call it on one of
   * the server's.
   *
   * @throws Refused where there is no use in trying again
   * @throws NotTaken where the server cannot be reached, or does not want it now
   * @throws IllegalStateException where the server was lost while it had the letter, so that nobody
   *     knows
   */
  void send(String id, Mail mail) {
    Session session = session();
    try (Transport server = open(session)) {
      Letter letter = new Letter(session, "<" + id + "@" + domain + ">");
      try {
        write(letter, mail);
        letter.saveChanges();
        server.sendMessage(letter, letter.getAllRecipients());
      } catch (AddressException | UnsupportedEncodingException e) {
        throw new Refused(e);
      } catch (MessagingException e) {
        throw meaning(e, letter);
      }
    } catch (MessagingException e) {
      // It was taken; that the server is not polite at the end changes nothing.
      LOG.log(Level.FINE, "The mail server hung up after taking a letter", e);
    }
  }

  /**
   * Jakarta Mail calls it a refusal, too, where the server hangs up instead of answering. What it
   * has answered begins with a reply code (RFC 5321, section 4.2); without one, nobody knows what
   * became of a letter that it was being given.
   */
  private static IllegalStateException meaning(MessagingException e, Letter letter) {
    char reply = reply(e);
    if (reply == '5') {
      return new Refused(e);
    }
    if (reply == '4' || !letter.handedOver()) {
      return new NotTaken(e);
    }
    return new IllegalStateException("The mail server went away: " + e.getMessage(), e);
  }

  private static char reply(MessagingException e) {
    char code = ' ';
    for (Exception one = e; one != null; one = next(one)) {
      Matcher refusal = REFUSAL.matcher(String.valueOf(one.getMessage()));
      if (refusal.lookingAt()) {
        code = refusal.group(1).charAt(0);
      }
    }
    return code;
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException chained ? chained.getNextException() : null;
  }

  private static Transport open(Session session) {
    try {
      Transport server = session.getTransport("smtp");
      server.connect();
      return server;
    } catch (MessagingException e) {
      throw new NotTaken(e);
    }
  }

  private void write(Letter message, Mail mail)
      throws MessagingException, UnsupportedEncodingException {
    message.setFrom(new InternetAddress(settings.from().orElse("noreply@" + domain)));
    message.setRecipient(
        Message.RecipientType.TO,
        new InternetAddress(mail.to(), mail.name(), StandardCharsets.UTF_8.name()));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(new Date());
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), StandardCharsets.UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), StandardCharsets.UTF_8.name(), "html");
    message.setContent(new MimeMultipart("alternative", text, html));
  }

  /** A message that knows whether its text went out: only then can the server have it. */
  private static final class Letter extends MimeMessage {
    private final String id;
    private boolean handedOver;

    Letter(Session session, String id) {
      super(session);
      this.id = id;
    }

    boolean handedOver() {
      return handedOver;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] leftOut)
        throws IOException, MessagingException {
      handedOver = true;
      super.writeTo(out, leftOut);
    }
  }

  private Session session() {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", settings.host().orElseThrow());
    properties.put("mail.smtp.port", String.valueOf(settings.port()));
    properties.put("mail.smtp.ssl.enable", String.valueOf(settings.secure()));
    properties.put("mail.smtp.starttls.enable", "true");
    properties.put("mail.smtp.auth", String.valueOf(settings.username().isPresent()));
    properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
    properties.put("mail.mime.charset", "UTF-8");
    return Session.getInstance(properties, login());
  }

  private Authenticator login() {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(
            settings.username().orElse(""),
            settings.password().map(secret -> secret.reveal()).orElse(""));
      }
    };
  }
}
