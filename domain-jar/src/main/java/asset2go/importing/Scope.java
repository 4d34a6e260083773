package asset2go.importing;

import asset2go.identity.Actor;
import java.time.Instant;

/**
 * What a batch is done for.
 *
 * @param write false for a dry run: nothing is written, and ids are made up
 * @param createMissing what a row names and is not there is made: companies, models, people…
 * @param last rows no longer wait for others: what is not there now is missing
 */
record Scope(
    String runId,
    String fileName,
    Actor actor,
    Instant now,
    boolean write,
    boolean createMissing,
    boolean last) {

  /** The same, but names that are not there stay so. */
  Scope finding() {
    return new Scope(runId, fileName, actor, now, write, false, last);
  }
}
