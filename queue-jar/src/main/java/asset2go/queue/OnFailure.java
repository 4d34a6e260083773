package asset2go.queue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of the parent when a child of a flow fails for good. */
public enum OnFailure {
  /** It waits for ever, or until the child is retried. */
  WAIT("", ""),
  /** It fails too. */
  FAIL_PARENT("fpof", "failParentOnFailure"),
  /** It is processed at once, without waiting for the other children. */
  CONTINUE_PARENT("cpof", "continueParentOnFailure"),
  /** It goes on as if the child had been done, and can see its failure. */
  IGNORE("idof", "ignoreDependencyOnFailure"),
  /** It goes on as if there had been no such child. */
  FORGET("rdof", "removeDependencyOnFailure");

  /** The option as it is stored. */
  final String key;

  /** The option as Node's users write it. */
  final String option;

  OnFailure(String key, String option) {
    this.key = key;
    this.option = option;
  }

  static OnFailure of(Map<String, @Nullable Object> stored) {
    for (OnFailure choice : values()) {
      if (Boolean.TRUE.equals(stored.get(choice.key))) {
        return choice;
      }
    }
    return WAIT;
  }
}
