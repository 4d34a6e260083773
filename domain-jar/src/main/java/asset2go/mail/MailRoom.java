package asset2go.mail;

import asset2go.graph.Graph;
import asset2go.outbox.Outbox;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.logging.Logger;

/** Does the jobs called {@value #JOB}: has each letter written and sends it. */
@ApplicationScoped
public class MailRoom {

  /** Name of the jobs. */
  public static final String JOB = "mail";

  private static final Logger LOG = Logger.getLogger(MailRoom.class.getName());

  private @Inject Graph graph;
  private @Inject Outbox outbox;
  private @Inject Settings settings;
  private @Inject Instance<MailWriter> writers;

  /**
   * Sends the letter of a job, unless it was sent before. The server's acceptance cannot commit
   * together with ours: a crash between the two sends it again, under the same Message-ID.
   */
  public void deliver(String jobId, JsonObject payload) {
    if (!graph.read(tx -> outbox.isPending(tx, jobId))) {
      return;
    }
    writer(payload.getString("kind", ""))
        .flatMap(writer -> writer.write(jobId, payload))
        .ifPresent(mail -> send(jobId, mail));
    graph.write(
        tx -> {
          outbox.done(tx, jobId);
          return jobId;
        });
  }

  private Optional<MailWriter> writer(String kind) {
    Optional<MailWriter> found =
        writers.stream().filter(writer -> writer.kind().equals(kind)).findAny();
    if (found.isEmpty()) {
      LOG.severe("Nobody writes mails of the kind \"" + kind + "\"; one is dropped.");
    }
    return found;
  }

  private void send(String jobId, Mail mail) {
    if (settings.mail().host().isEmpty()) {
      LOG.warning("EMAIL_HOST is unset: the mail \"" + mail.subject() + "\" is not sent.");
      return;
    }
    new Smtp(settings.mail(), settings.appUrl().getHost()).send(jobId, mail);
  }
}
