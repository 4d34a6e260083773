package asset2go.rolling;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** What programs do at the API: reads, writes, changes. Remembers what was acknowledged. */
final class Program {
  private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");

  private final Client client;
  private final URI api;
  private final Made made;
  private volatile String latest = "";

  /** At this address, with this in front of each name. */
  Program(Client client, URI api, String mark) {
    this.client = client;
    this.api = api;
    made = new Made(mark);
  }

  /** Names whose making was acknowledged. */
  Iterable<String> made() {
    return made;
  }

  /** Id of an asset that is there, empty before the first. */
  String latest() {
    return latest;
  }

  void list() throws InterruptedException {
    client.send(
        "read a list",
        client.program(api.resolve("v1/assets?limit=20")),
        "GET",
        noBody(),
        Set.of(200));
  }

  void read() throws InterruptedException {
    if (!latest.isEmpty()) {
      client.send(
          "read an asset",
          client.program(api.resolve("v1/assets/" + latest)),
          "GET",
          noBody(),
          Set.of(200));
    }
  }

  void write() throws InterruptedException {
    create("write", Optional.empty());
  }

  void writeWithKey() throws InterruptedException {
    create("write with Idempotency-Key", Optional.of(UUID.randomUUID().toString()));
  }

  private void create(String kind, Optional<String> key) throws InterruptedException {
    var name = made.nextName();
    var request =
        client.program(api.resolve("v1/assets")).header("Content-Type", "application/json");
    key.ifPresent(given -> request.header("Idempotency-Key", given));
    client
        .send(kind, request, "POST", ofString("{\"name\":\"" + name + "\"}"), Set.of(201))
        .ifPresent(
            answer -> {
              made.acknowledge(name);
              var id = ID.matcher(answer.body());
              if (id.find()) {
                latest = id.group(1);
              }
            });
  }

  /** Somebody else may be quicker: then the precondition fails, and that is no failure. */
  void change() throws InterruptedException {
    if (latest.isEmpty()) {
      return;
    }
    var address = api.resolve("v1/assets/" + latest);
    var before = client.send("read", client.program(address), "GET", noBody(), Set.of(200));
    if (before.isPresent()) {
      client.send(
          "change (PATCH)",
          client
              .program(address)
              .header("Content-Type", "application/merge-patch+json")
              .header("If-Match", before.get().headers().firstValue("ETag").orElse("*")),
          "PATCH",
          ofString("{\"notes\":\"" + ThreadLocalRandom.current().nextInt() + "\"}"),
          Set.of(200, 412));
    }
  }
}
