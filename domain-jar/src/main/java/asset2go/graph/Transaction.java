package asset2go.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.neo4j.driver.Record;
import org.neo4j.driver.async.AsyncTransaction;
import org.neo4j.driver.async.ResultCursor;

/** One try of a {@link Work}: runs Cypher, and remembers what is to follow the commit. */
public final class Transaction {

  private final AsyncTransaction bolt;
  private final InFlight.Call call;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final Set<String> touched = new HashSet<>();

  Transaction(AsyncTransaction bolt, InFlight.Call call) {
    this.bolt = bolt;
    this.call = call;
  }

  /** Runs a statement whose rows are of no interest. */
  public void run(String cypher, Map<String, ?> parameters) {
    call.await(
        bolt.runAsync(cypher, Parameters.of(parameters)).thenCompose(ResultCursor::consumeAsync));
  }

  /** The only row, where there is one. */
  public Optional<Record> one(String cypher, Map<String, ?> parameters) {
    List<Record> rows = rows(cypher, parameters);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  /** All rows. */
  public List<Record> rows(String cypher, Map<String, ?> parameters) {
    return call.await(
        bolt.runAsync(cypher, Parameters.of(parameters)).thenCompose(ResultCursor::listAsync));
  }

  /** All rows, each made into something else. */
  public <T> List<T> list(String cypher, Map<String, ?> parameters, Function<Record, T> row) {
    return rows(cypher, parameters).stream().map(row).toList();
  }

  /** Runs right after the commit, not at all after a roll-back. It must not throw. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /**
   * Says that this transaction changes something that others may keep a copy of.
   *
   * @param name by which {@link Witness}es know it
   */
  public void touch(String name) {
    touched.add(name);
  }

  Set<String> touched() {
    return touched;
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }
}
