package asset2go.mail;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.outbox.Outbox;
import asset2go.queue.UnrecoverableException;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** Does the jobs called {@code mail}: has each letter written and sends it. */
@ApplicationScoped
public class MailRoom {

  /**
   * The job that sends a letter. An administrator sees which kind of letter it is, not for whom nor
   * what makes its link.
   */
  @Produces
  public static final JobKind KIND =
      new JobKind(
          "mail",
          Lane.PROMPT,
          JobKind.AS_MANY_AS_FIT,
          Duration.ofMinutes(2),
          14,
          Duration.ofSeconds(2),
          Set.of("kind"),
          true);

  private static final Logger LOG = Logger.getLogger(MailRoom.class.getName());

  /** A letter of which nobody knows whether the server took it goes this often, no more. */
  private static final long MOST_DOUBTFUL = 2;

  private @Inject Graph graph;
  private @Inject Outbox outbox;
  private @Inject Settings settings;
  private @Inject Instance<MailWriter> writers;

  /**
   * Sends the letter of a job, unless it was sent before. The server's acceptance cannot commit
   * together with ours: a crash between the two sends it a second time, under the same Message-ID,
   * by which most mail programs show it once. It never goes a third time, unless an administrator
   * wants it to.
   *
   * @throws UnrecoverableException where no further try makes sense
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
    long begun = graph.write(tx -> count(tx, jobId, 1));
    if (begun > MOST_DOUBTFUL) {
      throw new UnrecoverableException(
          "The mail was given to the server twice without an answer. It may have arrived, and is"
              + " not sent again by itself.");
    }
    try {
      new Smtp(settings.mail(), settings.appUrl().getHost()).send(jobId, mail);
    } catch (Smtp.Refused e) {
      graph.write(tx -> count(tx, jobId, -1));
      throw new UnrecoverableException(String.valueOf(e.getMessage()), e);
    } catch (Smtp.NotTaken e) {
      graph.write(tx -> count(tx, jobId, -1));
      throw e;
    }
  }

  /** How often a letter has been given to the server without its saying no. */
  private static long count(Transaction tx, String jobId, int more) {
    return tx.one(
            """
            MATCH (o:Outbox {id: $id})
            SET o.handedOver = coalesce(o.handedOver, 0) + $more
            RETURN o.handedOver AS n
            """,
            map("id", jobId, "more", more))
        .map(row -> row.get("n").asLong())
        .orElse(0L);
  }
}
