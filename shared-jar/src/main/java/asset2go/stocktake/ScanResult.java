package asset2go.stocktake;

import asset2go.asset.AssetRef;
import asset2go.page.Ref;
import asset2go.problem.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of scans that were sent together, in their order. */
public record ScanResult(List<One> results) {

  /**
   * What became of one.
   *
   * @param id of the scan, as it was sent
   * @param code as it was sent
   * @param repeated whether it had been taken before
   * @param outcome of its asset; null where it names none
   * @param place where the asset belongs
   * @param error why it counts for no asset: UNKNOWN or AMBIGUOUS; it is taken down all the same,
   *     unless its location is what is wrong
   */
  public record One(
      String id,
      String code,
      boolean repeated,
      @Nullable Outcome outcome,
      @Nullable AssetRef asset,
      @Nullable Ref place,
      @Nullable FieldError error) {}
}
