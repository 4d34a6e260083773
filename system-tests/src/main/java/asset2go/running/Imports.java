package asset2go.running;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sends files in and waits for the worker to be done with them. */
public record Imports(Api api, Duration patience) {

  private static final Set<String> UNFINISHED = Set.of("queued", "running", "QUEUED", "RUNNING");

  /** With patience for small files. */
  public Imports(Api api) {
    this(api, Duration.ofMinutes(2));
  }

  /** Imports a file for real. */
  public JsonObject run(String kind, String fileName, byte[] content) {
    return finished(start(kind, fileName, content, Map.of()).expect(202).id());
  }

  /** Hands a file in; the worker does the rest. */
  public Answer start(String kind, String fileName, byte[] content, Map<String, String> more) {
    Map<String, String> fields = new LinkedHashMap<>(Map.of("kind", kind));
    fields.putAll(more);
    return api.upload("/v1/imports", fileName, content, fields);
  }

  /** A run as it is now. */
  public JsonObject now(String id) {
    return api.get("/v1/imports/" + id).expect(200).json();
  }

  /** A run when it is over, however it ended. */
  public JsonObject finished(String id) {
    return finished(() -> now(id));
  }

  /**
   * Takes a run back, or tries to.
   *
   * @return the bulk run when it is over
   */
  public JsonObject undone(String id, boolean dryRun) {
    String undo =
        api.post("/v1/imports/" + id + "/undo", Text.json("{'dryRun': %s}", dryRun))
            .expect(201)
            .id();
    return finished(() -> api.get("/v1/bulk/" + undo).expect(200).json());
  }

  private JsonObject finished(Supplier<JsonObject> look) {
    long end = System.nanoTime() + patience.toNanos();
    JsonObject run = look.get();
    while (UNFINISHED.contains(state(run))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not done within " + patience + ": " + run);
      }
      pause();
      run = look.get();
    }
    return run;
  }

  /** queued, running, completed, failed or cancelled; of bulk runs in capitals. */
  public static String state(JsonObject run) {
    return run.getString("state");
  }

  /** What was wrong, by line. */
  public List<JsonObject> errors(String id) {
    return api.all("/v1/imports/" + id + "/errors?limit=200");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
