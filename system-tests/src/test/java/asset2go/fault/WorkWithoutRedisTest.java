package asset2go.fault;

import asset2go.running.OneSystem;
import asset2go.running.StoreProcess;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A working day while Redis is away: all that people do goes on, and what is for jobs waits. */
@Order(Order.DEFAULT + 1)
final class WorkWithoutRedisTest {

  @Test
  void allThatPeopleDoGoesOnAndJobsWait() {
    WorkingDay day = new WorkingDay();
    day.begins();
    StoreProcess redis = OneSystem.get().redis();
    redis.stop();
    try {
      day.goesOn();
    } finally {
      redis.start();
    }
    day.ends();
    // The same servers, which nobody has started again.
    WorkingDay next = new WorkingDay();
    next.begins();
    next.goesOn();
    next.ends();
  }
}
