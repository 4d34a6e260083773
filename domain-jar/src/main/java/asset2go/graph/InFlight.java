package asset2go.graph;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls that wait for Neo4j right now. The driver has no time-out for a server that accepts but
 * never answers (a frozen process): once the pulse is lost, waiting threads are interrupted, which
 * makes the driver close their connections.
 */
final class InFlight {

  private final Set<Call> calls = ConcurrentHashMap.newKeySet();

  Call enter(Duration patience) {
    Call call = new Call(Thread.currentThread(), patience);
    calls.add(call);
    return call;
  }

  /** Interrupts every call that is not willing to sit out an outage of this length. */
  void abandon(Duration outage) {
    calls.forEach(call -> call.abandon(outage));
  }

  /** One call; closed by the thread that made it. */
  final class Call implements AutoCloseable {

    private final Thread thread;
    private final Duration patience;
    private boolean done;
    private boolean abandoned;

    private Call(Thread thread, Duration patience) {
      this.thread = thread;
      this.patience = patience;
    }

    private synchronized void abandon(Duration outage) {
      if (!done && outage.compareTo(patience) >= 0) {
        // Again and again: the driver forgets an interrupt that finds it without a connection.
        abandoned = true;
        thread.interrupt();
      }
    }

    synchronized boolean abandoned() {
      return abandoned;
    }

    @Override
    public synchronized void close() {
      done = true;
      calls.remove(this);
      if (abandoned) {
        // The interrupt was ours; the request thread goes back to its pool without it.
        Thread.interrupted();
      }
    }
  }
}
