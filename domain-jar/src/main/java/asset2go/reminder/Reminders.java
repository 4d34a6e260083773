package asset2go.reminder;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.mail.Letters;
import asset2go.mail.MailRoom;
import asset2go.outbox.Job;
import asset2go.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was reminded of. Its keys are unique: a second reminder of the same thing cannot commit. */
@ApplicationScoped
class Reminders {

  private @Inject Outbox outbox;

  /**
   * Something to be reminded of.
   *
   * @param key names the thing and the occasion
   */
  record Due(String key, String assetId) {}

  /** Records reminders that go out together. */
  void record(Transaction tx, String batch, List<Due> due, Instant now) {
    tx.run(
        """
        UNWIND $due AS d
        CREATE (:Reminder {key: d.key, assetId: d.assetId, batch: $batch, at: $now})
        """,
        map(
            "due",
            due.stream().map(one -> map("key", one.key(), "assetId", one.assetId())).toList(),
            "batch",
            batch,
            "now",
            now));
  }

  /** Has a letter written to somebody about a batch. */
  void mail(Transaction tx, String kind, Recipient to, String batch) {
    mail(tx, letter(kind, to.id()).add("batch", batch));
  }

  /** Has a letter written to somebody about what there is to say when it is sent. */
  void mail(Transaction tx, String kind, String personId) {
    mail(tx, letter(kind, personId));
  }

  private static JsonObjectBuilder letter(String kind, String personId) {
    return Json.createObjectBuilder().add("kind", kind).add("personId", personId);
  }

  private void mail(Transaction tx, JsonObjectBuilder letter) {
    JsonObject payload = letter.build();
    String request = "schedule-" + payload.getString("kind").toLowerCase(Locale.ROOT);
    outbox.append(tx, new Job(MailRoom.KIND, payload.toString(), request));
  }

  /** The assets of a batch as lines of a letter, and how many there are in all. */
  static Lines lines(Transaction tx, String batch, String dateProperty) {
    List<String> lines =
        tx.list(
            """
            MATCH (r:Reminder {batch: $batch})
            MATCH (a:Asset {id: r.assetId})
            OPTIONAL MATCH (a)-[:HELD_BY]->(h)
            RETURN a.tag AS tag, a.name AS name, a[$date] AS date, h.name AS holder
            ORDER BY date, tag
            LIMIT $most
            """,
            Map.of("batch", batch, "date", dateProperty, "most", Lines.MOST),
            row ->
                line(
                    row.get("tag").asString(),
                    row.get("name").asString(""),
                    row.get("date").isNull() ? null : row.get("date").asLocalDate(),
                    row.get("holder").asString("")));
    long all =
        tx.one("MATCH (r:Reminder {batch: $batch}) RETURN count(r) AS n", Map.of("batch", batch))
            .map(row -> row.get("n").asLong())
            .orElse(0L);
    return new Lines(lines, all);
  }

  private static String line(String tag, String name, @Nullable LocalDate date, String holder) {
    return tag
        + "  "
        + name
        + (date == null ? "" : ", " + date)
        + (holder.isEmpty() ? "" : ", " + holder);
  }

  /** Forgets those of long ago. */
  static void forget(Transaction tx, Instant before) {
    tx.run(
        "MATCH (r:Reminder) WHERE r.at < $before WITH r LIMIT 10000 DELETE r",
        map("before", before));
  }

  /** Lines of a letter. */
  record Lines(List<String> shown, long all) {
    static final int MOST = 100;

    /** With a last line for those that are left out. */
    List<String> text(Letters letters) {
      return all > shown.size()
          ? Stream.concat(shown.stream(), Stream.of(letters.text("more", all - shown.size())))
              .toList()
          : shown;
    }
  }
}
