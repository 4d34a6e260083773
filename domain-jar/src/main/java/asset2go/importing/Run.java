package asset2go.importing;

import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.instantOrNull;
import static asset2go.graph.Values.text;

import asset2go.csv.Dialect;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.page.Ref;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * A run as its node has it.
 *
 * @param object name of the file in the store
 * @param settled the encoding is known for sure; else the whole file still has to be looked at
 * @param position rows of the file that were read, those set aside included
 * @param aside the file was read to its end; what is left are rows that were set aside
 * @param wayBack it was noted from its first row on what it made and changed, of whatever kind
 */
record Run(
    String id,
    ImportKind kind,
    ImportState state,
    boolean dryRun,
    boolean createMissing,
    String fileName,
    String object,
    Dialect dialect,
    boolean settled,
    Map<String, String> mapping,
    List<String> warnings,
    @Nullable Long total,
    long position,
    boolean aside,
    long processed,
    long created,
    long updated,
    long unchanged,
    long failed,
    long errorCount,
    @Nullable String message,
    Actor actor,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String undoneBy,
    boolean wayBack) {

  /** So long, and of so many rows, an import can be taken back. */
  static final Duration UNDOABLE = Duration.ofDays(90);

  static final long MOST_UNDONE = 100_000;

  static Run of(Value r) {
    return new Run(
        r.get("id").asString(),
        ImportKind.valueOf(r.get("kind").asString()),
        ImportState.valueOf(r.get("state").asString()),
        r.get("dryRun").asBoolean(),
        r.get("createMissing").asBoolean(),
        r.get("fileName").asString(),
        r.get("object").asString(),
        new Dialect(
            Charset.forName(r.get("charset").asString()),
            r.get("delimiter").asString().charAt(0),
            r.get("preamble").asInt()),
        r.get("settled").asBoolean(),
        mapping(r.get("mapping").asString()),
        r.get("warnings").asList(Value::asString),
        r.get("total").isNull() ? null : r.get("total").asLong(),
        r.get("position").asLong(),
        r.get("aside").asBoolean(),
        r.get("processed").asLong(),
        r.get("created").asLong(),
        r.get("updated").asLong(),
        r.get("unchanged").asLong(),
        r.get("failed").asLong(),
        r.get("errorCount").asLong(),
        text(r.get("message")),
        new Actor(
            r.get("actorId").asString(),
            r.get("actorName").asString(),
            roles(r.get("actorRoles").asList(Value::asString)),
            r.get("requestId").asString("")),
        instant(r.get("createdAt")),
        instantOrNull(r.get("startedAt")),
        instantOrNull(r.get("finishedAt")),
        text(r.get("undoneBy")),
        r.get("wayBack").asBoolean(false));
  }

  /** Whether it can be taken back. */
  boolean undoable() {
    return (kind == ImportKind.ASSETS || wayBack)
        && !dryRun
        && undoneBy == null
        && finished()
        && created + updated > 0
        && created + updated <= MOST_UNDONE
        && finishedAt != null
        && finishedAt.isAfter(Instant.now().minus(UNDOABLE));
  }

  private static Set<RoleName> roles(List<String> names) {
    Set<RoleName> roles = new HashSet<>();
    names.forEach(name -> roles.add(RoleName.valueOf(name)));
    return roles;
  }

  static Map<String, String> mapping(String json) {
    Map<String, String> mapping = new LinkedHashMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      object.forEach((column, field) -> mapping.put(column, ((JsonString) field).getString()));
    }
    return mapping;
  }

  static String json(Map<String, String> mapping) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    mapping.forEach(object::add);
    return object.build().toString();
  }

  /** The columns again, from the header of the file: those in the mapping and no others. */
  Columns columns(List<String> header) {
    Map<String, String> said = new LinkedHashMap<>();
    for (String column : header) {
      if (!column.isEmpty()) {
        said.put(column, mapping.getOrDefault(column, ""));
      }
    }
    return Columns.settled(kind, header, said);
  }

  boolean finished() {
    return state != ImportState.QUEUED && state != ImportState.RUNNING;
  }

  /** As the API shows it. */
  ImportRun view() {
    return new ImportRun(
        id,
        kind,
        state,
        dryRun,
        fileName,
        mapping,
        total,
        processed,
        created,
        updated,
        unchanged,
        failed,
        rowsPerSecond(),
        message,
        new Ref(actor.id(), actor.name()),
        createdAt,
        startedAt,
        finishedAt,
        warnings,
        undoable(),
        undoneBy);
  }

  private @Nullable Double rowsPerSecond() {
    if (startedAt == null) {
      return null;
    }
    Instant end = finishedAt == null ? Instant.now() : finishedAt;
    double seconds = Math.max(0.001, Duration.between(startedAt, end).toNanos() / 1e9);
    return Math.round(processed / seconds * 10) / 10.0;
  }
}
