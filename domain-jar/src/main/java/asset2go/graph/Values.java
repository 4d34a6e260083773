package asset2go.graph;

import asset2go.page.Ref;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Reads what the driver returns, null where there is none. */
public final class Values {

  private Values() {}

  public static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }

  public static @Nullable LocalDate date(Value value) {
    return value.isNull() ? null : value.asLocalDate();
  }

  public static Instant instant(Value value) {
    return value.asZonedDateTime().toInstant();
  }

  public static @Nullable Instant instantOrNull(Value value) {
    return value.isNull() ? null : instant(value);
  }

  /** A map or node with {@code id} and {@code name}. */
  public static @Nullable Ref ref(Value value) {
    return value.isNull()
        ? null
        : new Ref(value.get("id").asString(), value.get("name").asString());
  }

  /** The same where there always is one. */
  public static Ref requireRef(Value value) {
    return new Ref(value.get("id").asString(), value.get("name").asString());
  }
}
