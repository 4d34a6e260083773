package asset2go.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How failures slow down further tries: some are free, then each doubles the wait.
 *
 * @param free failures without any wait
 * @param first wait after one more
 * @param longest the wait never grows beyond this
 */
record LockoutPolicy(int free, Duration first, Duration longest) {

  /** Somebody guesses the password of one account. */
  static final LockoutPolicy ACCOUNT =
      new LockoutPolicy(4, Duration.ofSeconds(15), Duration.ofHours(1));

  /** Somebody tries many accounts from one address, behind which a whole office may sit. */
  static final LockoutPolicy ADDRESS =
      new LockoutPolicy(49, Duration.ofSeconds(15), Duration.ofHours(1));

  /** Mails that one account is sent on request. */
  static final LockoutPolicy MAIL =
      new LockoutPolicy(3, Duration.ofMinutes(5), Duration.ofHours(6));

  /** How long to wait after this many failures in a row. */
  Duration delayAfter(int failures) {
    int beyond = failures - free;
    if (beyond <= 0) {
      return Duration.ZERO;
    }
    Duration delay = first.multipliedBy(1L << Math.min(beyond - 1, 30));
    return delay.compareTo(longest) > 0 ? longest : delay;
  }

  /** When the next try is allowed, null at once. */
  @Nullable Instant lockedUntil(int failures, Instant now) {
    Duration delay = delayAfter(failures);
    return delay.isZero() ? null : now.plus(delay);
  }
}
