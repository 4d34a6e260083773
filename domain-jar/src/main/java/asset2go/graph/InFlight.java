package asset2go.graph;

import asset2go.problem.DomainError;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The calls that wait for Neo4j right now. The driver has no time-out for a server that accepts but
 * never answers (a frozen process, a lost route), and an interrupt does not reach a thread for
 * which it is just opening a connection. So nobody waits inside the driver: a call waits for its
 * answer or for being abandoned, whichever comes first.
 */
final class InFlight {

  private final Set<Call> calls = ConcurrentHashMap.newKeySet();

  /**
   * @param patience how long an outage it sits out
   * @param limit how long it may take altogether, outage or not
   */
  Call enter(Duration patience, Duration limit) {
    Call call = new Call(patience, System.nanoTime() + limit.toNanos());
    calls.add(call);
    return call;
  }

  /** Abandons every call that is not willing to sit out an outage of this length. */
  void abandon(Duration outage) {
    calls.stream()
        .filter(call -> outage.compareTo(call.patience) >= 0)
        .forEach(call -> call.abandon("The database does not answer."));
  }

  /** Abandons every call that has taken longer than it may. */
  void abandonLate() {
    long now = System.nanoTime();
    calls.stream()
        .filter(call -> now - call.end > 0)
        .forEach(call -> call.abandon("The database took too long."));
  }

  /** One call; made, used and closed by one thread. */
  final class Call implements AutoCloseable {

    private final Duration patience;
    private final long end;
    private @Nullable CompletableFuture<?> answer;
    private DomainError.@Nullable Unavailable abandoned;

    private Call(Duration patience, long end) {
      this.patience = patience;
      this.end = end;
    }

    /**
     * Waits for an answer of the driver.
     *
     * @throws DomainError.Unavailable when abandoned, or when this thread is told to stop
     * @throws RuntimeException as the driver says
     */
    <T> T await(CompletionStage<T> stage) {
      // A copy: the driver's own future must not end before its time.
      CompletableFuture<T> mine = expect(stage.toCompletableFuture().copy());
      try {
        return mine.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DomainError.Unavailable("Shutting down.", e);
      } catch (ExecutionException e) {
        throw here(e.getCause());
      }
    }

    private synchronized <T> CompletableFuture<T> expect(CompletableFuture<T> next) {
      if (abandoned != null) {
        throw abandoned;
      }
      answer = next;
      return next;
    }

    private synchronized void abandon(String reason) {
      if (abandoned == null) {
        abandoned = new DomainError.Unavailable(reason);
        if (answer != null) {
          answer.completeExceptionally(abandoned);
        }
      }
    }

    /** What went wrong in one of the driver's threads, with a trace of who waited for it. */
    private static RuntimeException here(@Nullable Throwable failure) {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException exception) {
        exception.addSuppressed(new Waiting());
        return exception;
      }
      return new IllegalStateException(failure);
    }

    @Override
    public void close() {
      calls.remove(this);
    }
  }

  private static final class Waiting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Waiting() {
      super("waited for here");
    }
  }
}
