package asset2go.dashboard;

import asset2go.asset.EquipmentStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures, and the bars that are drawn from them. */
@Named("dashboard")
@RequestScoped
public class DashboardPage {
  private static final int CATEGORIES = 8;

  @Inject DashboardApi api;

  private @Nullable Dashboard figures;

  /**
   * One bar.
   *
   * @param key what it filters by
   * @param start where it begins in the strip of all, per cent
   * @param share of the whole in the strip, of the longest elsewhere, per cent
   */
  public record Bar(String key, String name, long count, String start, String share) {}

  public void load() {
    figures = api.get();
  }

  public @Nullable Dashboard getFigures() {
    return figures;
  }

  /** In the order of an asset's life, without those that nothing has. */
  public List<Bar> getStatuses() {
    var bars = new ArrayList<Bar>();
    if (figures == null) {
      return bars;
    }
    var all = figures.byStatus().values().stream().mapToLong(Long::longValue).sum();
    var before = 0L;
    for (var status : EquipmentStatus.values()) {
      var count = figures.byStatus().getOrDefault(status.name(), 0L);
      if (count > 0) {
        bars.add(new Bar(status.name(), "", count, share(before, all), share(count, all)));
        before += count;
      }
    }
    return bars;
  }

  public List<Bar> getCategories() {
    if (figures == null) {
      return List.of();
    }
    var most = figures.byCategory().stream().mapToLong(one -> one.assets()).max().orElse(1);
    return figures.byCategory().stream()
        .limit(CATEGORIES)
        .map(one -> new Bar(one.id(), one.name(), one.assets(), "0", share(one.assets(), most)))
        .toList();
  }

  /** The icon of a kind of event. */
  public String icon(String kind) {
    return switch (kind) {
      case "CREATED" -> "plus";
      case "MOVED" -> "location";
      case "TRANSITION" -> "arrow";
      case "TRASHED" -> "trash";
      default -> "edit";
    };
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "0" : String.format(Locale.ROOT, "%.2f", 100.0 * part / whole);
  }
}
