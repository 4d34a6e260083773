package asset2go.importing;

import java.util.ArrayList;
import java.util.List;

/** What became of the rows of one batch. */
final class Outcome {

  long created;
  long updated;
  long unchanged;
  long failed;
  final List<ImportError> errors = new ArrayList<>();

  /** Lines of rows that wait for something that may still come in the file. */
  final List<Long> aside = new ArrayList<>();

  /** A row that is not taken, for these reasons. */
  void fail(List<ImportError> reasons) {
    failed++;
    errors.addAll(reasons);
  }

  /** Counts a row that is taken. */
  void count(Change change) {
    switch (change) {
      case CREATED -> created++;
      case UPDATED -> updated++;
      case UNCHANGED -> unchanged++;
    }
  }

  /** What a row did. */
  enum Change {
    CREATED,
    UPDATED,
    UNCHANGED
  }

  /** Adds those of another batch. */
  void add(Outcome other) {
    created += other.created;
    updated += other.updated;
    unchanged += other.unchanged;
    failed += other.failed;
    errors.addAll(other.errors);
    aside.addAll(other.aside);
  }

  long processed() {
    return created + updated + unchanged + failed;
  }
}
