package asset2go.maintenance;

import asset2go.graph.Transaction;
import java.util.Map;

/** The numbers that people call work orders by, without gaps. */
final class Counters {

  private Counters() {}

  static String nextWorkOrder(Transaction tx) {
    long number =
        tx.one(
                """
                MERGE (c:Counter {name: $name})
                SET c.last = coalesce(c.last, 0) + 1
                RETURN c.last AS last
                """,
                Map.of("name", "work-order"))
            .orElseThrow()
            .get("last")
            .asLong();
    return "WO-%06d".formatted(number);
  }
}
