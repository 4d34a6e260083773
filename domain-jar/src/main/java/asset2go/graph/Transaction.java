package asset2go.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** One try of a {@link Work}: runs Cypher, and remembers what is to follow the commit. */
public final class Transaction {

  private final TransactionContext context;
  private final List<Runnable> afterCommit = new ArrayList<>();

  Transaction(TransactionContext context) {
    this.context = context;
  }

  /** Runs a statement whose rows are of no interest. */
  public void run(String cypher, Map<String, ?> parameters) {
    context.run(cypher, Parameters.of(parameters)).consume();
  }

  /** The only row, where there is one. */
  public Optional<Record> one(String cypher, Map<String, ?> parameters) {
    List<Record> rows = rows(cypher, parameters);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  /** All rows. */
  public List<Record> rows(String cypher, Map<String, ?> parameters) {
    return context.run(cypher, Parameters.of(parameters)).list();
  }

  /** All rows, each made into something else. */
  public <T> List<T> list(String cypher, Map<String, ?> parameters, Function<Record, T> row) {
    return context.run(cypher, Parameters.of(parameters)).list(row::apply);
  }

  /** Runs right after the commit, not at all after a roll-back. It must not throw. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }
}
