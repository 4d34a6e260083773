package asset2go.queue;

import java.util.concurrent.TimeUnit;

/**
 * The pace of a load: how long a job takes, how often one comes, how long something is broken. Not
 * for waiting until something has happened: that is asked for.
 */
final class Pace {

  private Pace() {}

  static void hold(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }
}
