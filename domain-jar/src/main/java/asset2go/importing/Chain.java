package asset2go.importing;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Changes;
import asset2go.event.EventBody;
import asset2go.graph.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events that a batch appends to one subject, numbered and hashed on from its last one. */
final class Chain {

  private final String subjectId;
  private final List<Map<String, @Nullable Object>> events = new ArrayList<>();
  private long seq;
  private @Nullable String hash;

  Chain(String subjectId, long seq, @Nullable String hash) {
    this.subjectId = subjectId;
    this.seq = seq;
    this.hash = hash;
  }

  void append(Scope scope, String kind, List<Change> changes) {
    if (!scope.write()) {
      return;
    }
    seq++;
    EventBody body =
        new EventBody(
            subjectId,
            seq,
            kind,
            scope.now(),
            scope.actor().id(),
            scope.actor().name(),
            scope.actor().requestId(),
            Changes.toJson(changes));
    String own = body.hash(hash);
    events.add(body.properties(Ids.next(), own, hash));
    hash = own;
  }

  long seq() {
    return seq;
  }

  @Nullable String hash() {
    return hash;
  }

  List<Map<String, @Nullable Object>> events() {
    return events;
  }
}
