package asset2go.bulk;

import asset2go.frame.Form;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run over many assets: how far it is, and what became of each. */
@Named
@RequestScoped
public class BulkPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject BulkApi api;
  @Inject Form form;

  private @Nullable BulkRun run;
  private @Nullable Page<BulkItem> items;

  public void load() {
    items = api.items(getId(), getOnly(), ROWS, request.getParameter("after"));
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  /** The outcome that is looked for; null for all. */
  public @Nullable String getOnly() {
    var only = request.getParameter("outcome");
    return only == null || only.isBlank() ? null : only;
  }

  public BulkRun getRun() {
    if (run == null) {
      run = api.get(getId());
    }
    return run;
  }

  public @Nullable Page<BulkItem> getItems() {
    return items;
  }

  public List<String> getOutcomes() {
    return List.of("changed", "unchanged", "refused");
  }

  public long count(String outcome) {
    var of = getRun();
    return switch (outcome) {
      case "changed" -> of.changed();
      case "unchanged" -> of.unchanged();
      default -> of.refused();
    };
  }

  /** Whether it is still going on, so that the page has to look again. */
  public boolean isLive() {
    var state = getRun().state();
    return state == BulkState.QUEUED || state == BulkState.RUNNING;
  }

  /** How many are done, for the bar. */
  public long getDone() {
    return getRun().done();
  }

  /** What the run is about; all of its items are of one kind. */
  public BulkSubject getSubject() {
    var shown = items;
    return shown == null || shown.items().isEmpty()
        ? BulkSubject.ASSET
        : shown.items().get(0).subject();
  }

  /** Where to look at an item; null where it is no longer there. */
  public @Nullable String href(BulkItem item) {
    if (item.subject() == BulkSubject.ASSET) {
      return item.name() == null ? null : "/assets/" + item.assetId();
    }
    if (isGone(item)) {
      return null;
    }
    return switch (item.subject()) {
      case LOCATION -> "/locations/" + item.locationId();
      case KIT -> "/kits/" + item.kitId();
      default -> "/assets/" + item.assetId() + "?tab=graph";
    };
  }

  private boolean isGone(BulkItem item) {
    var run = getRun();
    return item.removes()
        && (item.outcome() == BulkOutcome.UNCHANGED
            || item.outcome() == BulkOutcome.CHANGED && !run.dryRun());
  }

  /** What became of it, as the texts name it. */
  public String outcome(BulkItem item) {
    return item.removes() && item.outcome() == BulkOutcome.CHANGED
        ? "REMOVED"
        : String.valueOf(item.outcome());
  }

  /** What it is called where it has no name. */
  public @Nullable String id(BulkItem item) {
    return switch (item.subject()) {
      case LOCATION -> item.locationId();
      case KIT -> item.kitId();
      default -> item.assetId();
    };
  }

  /** Why one was left as it is, in the person's language. */
  public String why(BulkItem item) {
    return item.error() == null ? "" : form.words(item.error());
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    var only = getOnly();
    return "/bulk/" + getId() + "?" + (only == null ? "" : "outcome=" + only + "&") + "after=";
  }

  public void cancel() {
    form.send(
        () -> {
          api.cancel(getId());
          return "/bulk/" + getId();
        });
    reload();
  }

  /** Takes it back. */
  public void undo() {
    form.send(() -> "/bulk/" + api.undo(getId()).id());
    reload();
  }

  private void reload() {
    if (form.isRefused()) {
      load();
    }
  }
}
