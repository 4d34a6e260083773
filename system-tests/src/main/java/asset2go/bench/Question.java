package asset2go.bench;

import asset2go.running.Api;
import java.util.function.Supplier;

/**
 * Something that is asked again and again.
 *
 * @param budget milliseconds within which 95 of 100 should be answered; 0 where nobody said
 * @param request the next one to be sent, with whatever it is about this time
 */
record Question(String name, int budget, Supplier<Ask> request) {

  /** Who asks for what. */
  record Ask(Api who, String path) {}
}
