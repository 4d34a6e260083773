package asset2go.worker;

import asset2go.mail.MailRoom;
import asset2go.outbox.JobEnvelope;
import asset2go.queue.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends a mail. */
@ApplicationScoped
class MailProcessor implements JobProcessor {

  private @Inject MailRoom mailRoom;

  @Override
  public String name() {
    return MailRoom.JOB;
  }

  @Override
  public void process(String id, JobEnvelope job, JobContext context) {
    mailRoom.deliver(id, job.payload());
  }
}
