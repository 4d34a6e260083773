package asset2go.asset;

import asset2go.catalogue.Catalogue.Inherited;
import asset2go.catalogue.Depreciation;
import asset2go.catalogue.Schedules;
import asset2go.graph.Graph;
import asset2go.identity.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What assets are worth, by the depreciation of their categories. */
@ApplicationScoped
public class AssetValues {

  private @Inject Graph graph;

  /** What an asset is worth on a day; today where missing. */
  public AssetValue on(Actor actor, String id, @Nullable LocalDate day) {
    LocalDate on = day == null ? LocalDate.now(ZoneOffset.UTC) : day;
    return graph.read(
        tx -> {
          Asset asset = AssetView.shown(tx, actor, id);
          String model = asset.model() == null ? null : asset.model().id();
          return value(asset.purchase(), Schedules.ofModel(tx, model), on);
        });
  }

  static AssetValue value(@Nullable Purchase purchase, Optional<Inherited> schedule, LocalDate on) {
    Purchase bought = purchase == null ? Purchase.NONE : purchase;
    Depreciation depreciation = schedule.map(Inherited::depreciation).orElse(null);
    BigDecimal value =
        bought.price() == null
            ? null
            : value(bought, new BigDecimal(bought.price()), depreciation, on);
    return new AssetValue(
        on,
        value == null ? null : value.toPlainString(),
        bought.currency(),
        bought.price(),
        bought.date(),
        depreciation,
        schedule.map(Inherited::category).orElse(null));
  }

  private static @Nullable BigDecimal value(
      Purchase bought, BigDecimal price, @Nullable Depreciation depreciation, LocalDate on) {
    LocalDate from = bought.date();
    if (from != null && on.isBefore(from)) {
      return null;
    }
    if (depreciation == null || depreciation.method() == Depreciation.Method.NONE) {
      return price;
    }
    return from == null ? null : depreciation.valueOn(price, from, on, bought.currency());
  }
}
