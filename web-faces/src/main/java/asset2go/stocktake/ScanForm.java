package asset2go.stocktake;

import asset2go.client.ApiProblem;
import asset2go.frame.Form;
import asset2go.location.LocationsApi;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The field that a hand scanner types into, and the one for a whole list. The form is sent with a
 * name of its own, so that what is sent twice counts once.
 */
@Named
@RequestScoped
public class ScanForm {
  private static final List<String> OUTCOMES =
      List.of("FOUND", "WRONG_PLACE", "UNEXPECTED", "unknown");

  @Inject HttpServletRequest request;
  @Inject StockTakesApi api;
  @Inject LocationsApi locations;
  @Inject Lookup lookup;
  @Inject Form form;
  @Inject StockTakePage page;

  private final Map<String, String> values = new HashMap<>();
  private List<ScanResult.One> results = List.of();

  public void load() {
    values.putIfAbsent("name", UUID.randomUUID().toString());
    var at = request.getParameter("at");
    if (at != null && !values.containsKey("place")) {
      values.put("placeId", at);
      values.put("place", locations.get(at).name());
    }
  }

  /** Counts what was scanned or listed; the place stays for the next. */
  public void count() {
    var codes = codes();
    var typed = Form.orNull(values.get("place"));
    var place = lookup.resolve("location", values.get("placeId"), typed);
    if (place == null && typed != null) {
      form.refuseField("place", "lookup.unknown");
    } else if (codes.isEmpty()) {
      form.refuseField("code", "fault.REQUIRED");
    } else if (codes.size() > ScanBatch.MOST) {
      form.refuseField("codes", "custody.too-many", ScanBatch.MOST);
    } else {
      send(codes, place);
    }
    page.refresh();
  }

  private void send(List<String> codes, @Nullable String place) {
    var scans = new ArrayList<ScanBatch.One>();
    for (var i = 0; i < codes.size(); i++) {
      scans.add(
          new ScanBatch.One(Form.text(values.get("name")) + "-" + i, codes.get(i), null, place));
    }
    try {
      results = api.scan(page.getId(), new ScanBatch(scans)).results();
      values.put("name", UUID.randomUUID().toString());
      values.remove("code");
      values.remove("codes");
    } catch (RuntimeException failure) {
      form.refuse(ApiProblem.in(failure).orElseThrow(() -> failure));
    }
  }

  private List<String> codes() {
    var all = Form.text(values.get("code")) + "\n" + Form.text(values.get("codes"));
    return all.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  public Map<String, String> getValues() {
    return values;
  }

  /** What a scan can come to: the page has a pattern for each. */
  public List<String> getOutcomes() {
    return OUTCOMES;
  }

  public List<ScanResult.One> getResults() {
    return results;
  }
}
