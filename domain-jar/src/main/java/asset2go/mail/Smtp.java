package asset2go.mail;

import asset2go.settings.Settings;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/**
 * One delivery to the SMTP server of the EMAIL_* settings. TLS is used from the first byte with
 * EMAIL_SECURE, and otherwise as soon as the server offers it.
 */
final class Smtp {

  private static final String PATIENCE_MILLIS = "15000";

  private final Settings.Mail settings;
  private final String domain;

  Smtp(Settings.Mail settings, String domain) {
    this.settings = settings;
    this.domain = domain;
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
   * @throws NotTaken where the server cannot be reached or refuses it
   * @throws IllegalStateException where the server was lost while it had the letter, so that nobody
   *     knows
   */
  void send(String id, Mail mail) {
    Session session = session();
    try (Transport server = open(session)) {
      MimeMessage message = message(session, id, mail);
      message.saveChanges();
      server.sendMessage(message, message.getAllRecipients());
    } catch (SendFailedException | AddressException | UnsupportedEncodingException e) {
      throw new NotTaken(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("The mail server went away: " + e.getMessage(), e);
    }
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

  private MimeMessage message(Session session, String id, Mail mail)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@" + domain + ">");
          }
        };
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
    return message;
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
