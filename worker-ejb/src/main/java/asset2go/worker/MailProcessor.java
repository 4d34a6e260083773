package asset2go.worker;

import asset2go.mail.MailRoom;
import asset2go.outbox.JobEnvelope;
import asset2go.outbox.JobKind;
import asset2go.queue.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Sends a mail. */
@ApplicationScoped
class MailProcessor implements JobProcessor {

  private @Inject MailRoom mailRoom;

  @Override
  public JobKind kind() {
    return MailRoom.KIND;
  }

  @Override
  public @Nullable Object process(String id, JobEnvelope job, JobContext context) {
    mailRoom.deliver(id, job.payload());
    return null;
  }
}
