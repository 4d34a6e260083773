package asset2go.custody;

import asset2go.asset.Asset;
import asset2go.asset.AssetRef;
import asset2go.asset.Handing;
import asset2go.asset.Plan;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One item of a basket while it is looked at: first which asset it means, then what is going to
 * happen to that, or why nothing is.
 *
 * @param index where it stands in the request
 */
record Line(
    int index,
    BasketItem item,
    @Nullable String assetId,
    @Nullable Asset asset,
    @Nullable Plan plan,
    @Nullable DomainError refusal) {

  static Line of(int index, BasketItem item, Scans scans) {
    try {
      return new Line(index, item, scans.id(item.asset()), null, null, null);
    } catch (DomainError.Invalid e) {
      return new Line(index, item, null, null, null, e);
    }
  }

  Line planned(Asset of, Plan what) {
    return new Line(index, item, assetId, of, what, null);
  }

  Line refused(@Nullable Asset of, DomainError why) {
    return new Line(index, item, assetId, of, null, why);
  }

  /** With the refusal in other words, where there is one. */
  Line told(UnaryOperator<DomainError> words) {
    return refusal == null
        ? this
        : new Line(index, item, assetId, asset, plan, words.apply(refusal));
  }

  /** The custody that began or ended with it. */
  @Nullable String custodyId(Open open) {
    if (plan == null) {
      return null;
    }
    Handing begins = plan.begins();
    return begins == null ? open.custodyOf(plan.asset().id()) : begins.custodyId();
  }

  @Nullable AssetRef ref() {
    return asset == null
        ? null
        : new AssetRef(asset.id(), asset.tag(), asset.name(), asset.status());
  }

  /** The reason as the answer gives it. */
  @Nullable FieldError error() {
    if (refusal == null) {
      return null;
    }
    List<FieldError> errors = refusal.errors();
    String what = asset == null ? item.asset() : asset.tag();
    FieldError first =
        errors.isEmpty()
            ? FieldError.of("", Fault.INVALID, String.valueOf(refusal.getMessage()))
            : errors.get(0);
    return new FieldError(
        "items[%d].%s".formatted(index, field(first)),
        first.code(),
        what + ": " + (first.field().equals("to") ? refusal.getMessage() : first.message()),
        first.words());
  }

  private static String field(FieldError error) {
    return error.field().equals("condition") || error.field().equals("notes")
        ? error.field()
        : "asset";
  }
}
