package asset2go.asset;

import asset2go.frame.Figures;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an asset is worth: on a day that may be chosen, and year by year. */
@Named
@RequestScoped
public class ValuePage {
  private static final int YEARS = 20;

  @Inject HttpServletRequest request;
  @Inject AssetsApi api;
  @Inject Figures figures;

  private @Nullable AssetValue value;

  /** What it is worth on a day. */
  public record Point(LocalDate day, String value) {}

  /** The value on the day that was chosen; today where none was. */
  public AssetValue getValue() {
    if (value == null) {
      value = api.value(String.valueOf(request.getParameter("id")), day());
    }
    return value;
  }

  /** What is no day is as good as none. */
  private @Nullable LocalDate day() {
    var typed = request.getParameter("on");
    try {
      return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }

  public String getText() {
    return money(getValue().value());
  }

  public String getPrice() {
    return money(getValue().price());
  }

  private String money(@Nullable String amount) {
    var now = getValue();
    return amount == null
        ? "—"
        : figures.money(new Purchase(null, amount, now.currency(), null, null, null, null));
  }

  /** Each anniversary of the purchase until nothing more is lost. */
  public List<Point> getYears() {
    var now = getValue();
    var schedule = now.depreciation();
    var points = new ArrayList<Point>();
    if (schedule == null || now.price() == null || now.bought() == null) {
      return points;
    }
    var price = new BigDecimal(now.price());
    var last = "";
    for (var year = 0; year <= YEARS; year++) {
      var day = now.bought().plusYears(year);
      var worth = schedule.valueOn(price, now.bought(), day, now.currency()).toPlainString();
      if (worth.equals(last)) {
        break;
      }
      points.add(new Point(day, money(worth)));
      last = worth;
    }
    return points;
  }
}
