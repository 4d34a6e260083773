package asset2go.queue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A worker's places for jobs, of which there may be more or fewer later. */
final class Slots {
  private static final class Permits extends Semaphore {
    private static final long serialVersionUID = 1L;

    private Permits(int permits) {
      super(permits);
    }

    @Override
    protected void reducePermits(int reduction) {
      super.reducePermits(reduction);
    }
  }

  private final Permits free;
  private volatile int size;

  Slots(int size) {
    this.size = size;
    this.free = new Permits(size);
  }

  int size() {
    return size;
  }

  synchronized void resize(int wanted) {
    if (wanted < 1) {
      throw new IllegalArgumentException("A worker does at least one job at a time");
    }
    int more = wanted - size;
    size = wanted;
    if (more > 0) {
      free.release(more);
    } else {
      free.reducePermits(-more);
    }
  }

  /** True while more jobs run than there are places now. */
  boolean areTooMany() {
    return free.availablePermits() < 0;
  }

  boolean tryAcquire(long time, TimeUnit unit) throws InterruptedException {
    return free.tryAcquire(time, unit);
  }

  void release() {
    free.release();
  }

  /** Waits until all are free and keeps them; false where that takes longer. */
  boolean awaitAll(Duration time) throws InterruptedException {
    return free.tryAcquire(size, time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
