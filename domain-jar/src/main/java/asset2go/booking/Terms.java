package asset2go.booking;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules that apply to a wish, by the models of what it names.
 *
 * @param actor with the roles that hold for all of the wish
 * @param byModel under an empty id what applies to assets without a model
 */
record Terms(Actor actor, Wish wish, Map<String, BookingRules> byModel) {

  /**
   * @param actor with the roles that hold for all of the wish
   * @param models the models of its assets; null where one has none
   */
  static Terms of(Transaction tx, Actor actor, Wish wish, Map<String, @Nullable String> models) {
    TreeSet<String> used = new TreeSet<>(wish.modelIds());
    models.values().forEach(model -> used.add(model == null ? "" : model));
    return new Terms(actor, wish, Policies.ofModels(tx, used));
  }

  /** For how long a line takes equipment of a model: with the buffers around the booking. */
  Window busy(@Nullable String modelId) {
    BookingRules rules = rules(modelId);
    return Window.of(
        wish.from().minus(minutes(rules.bufferBeforeMinutes())),
        wish.to().plus(minutes(rules.bufferAfterMinutes())));
  }

  private BookingRules rules(@Nullable String modelId) {
    return byModel.getOrDefault(modelId == null ? "" : modelId, BookingRules.NONE);
  }

  private static Duration minutes(@Nullable Integer minutes) {
    return Duration.ofMinutes(minutes == null ? 0 : minutes);
  }

  /** Whether somebody must approve what this actor books. */
  boolean needApproval() {
    return !isFree(actor)
        && byModel.values().stream().anyMatch(rules -> Boolean.TRUE.equals(rules.approval()));
  }

  /**
   * Refuses what is too long, too far ahead, or not for this actor.
   *
   * @throws DomainError.Invalid with the field and the limit
   */
  void require(Instant now) {
    if (!isFree(actor)) {
      byModel.values().forEach(rules -> require(rules, now));
    }
  }

  private void require(BookingRules rules, Instant now) {
    if (rules.roles() != null && rules.roles().stream().noneMatch(actor::holds)) {
      throw new DomainError.Forbidden("Your role does not allow to book this.");
    }
    if (rules.longestHours() != null
        && Duration.between(wish.from(), wish.to())
                .compareTo(Duration.ofHours(rules.longestHours()))
            > 0) {
      throw new DomainError.Invalid(
          "to", Fault.INVALID, "is too late: at most %d hours".formatted(rules.longestHours()));
    }
    if (rules.furthestDays() != null
        && wish.from().isAfter(now.plus(Duration.ofDays(rules.furthestDays())))) {
      throw new DomainError.Invalid(
          "from",
          Fault.INVALID,
          "is too far ahead: at most %d days".formatted(rules.furthestDays()));
    }
  }

  private static boolean isFree(Actor actor) {
    return actor.holds(Duty.KEEP.roles());
  }
}
