package asset2go.audit;

import asset2go.audit.AuditEvent.Subject;
import asset2go.frame.Query;
import asset2go.frame.Texts;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who changed what when, over all that there is. */
@Named
@RequestScoped
public class AuditPage {
  static final String[] FILTERS = {"actor", "subject", "of", "kind", "from", "to"};
  private static final List<String> SUBJECTS =
      List.of(
          "Asset",
          "Location",
          "Person",
          "Team",
          "Category",
          "AssetModel",
          "Manufacturer",
          "Supplier",
          "Company",
          "CustomField",
          "Batch",
          "Kit",
          "Booking",
          "BookingPolicy",
          "WorkOrder",
          "MaintenancePlan",
          "FaultReport",
          "StockTake");
  private static final List<String> KINDS =
      List.of(
          "CREATED",
          "CHANGED",
          "MOVED",
          "TRANSITION",
          "CHECKED_OUT",
          "CHECKED_IN",
          "TRANSFERRED",
          "TRASHED",
          "RESTORED",
          "REMOVED",
          "DELETED",
          "GRANTED",
          "GRANT_REVOKED",
          "USER_INVITED",
          "USER_JOINED",
          "USER_CHANGED",
          "PASSWORD_CHANGED",
          "PASSWORD_RESET",
          "TOKEN_MADE",
          "TOKEN_ENDED",
          "OFFBOARDED");

  /** Where things of a kind have a page; the id goes behind it. */
  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("Asset", "/assets/"),
          Map.entry("Location", "/locations/"),
          Map.entry("Person", "/people/"),
          Map.entry("Team", "/teams/"),
          Map.entry("Category", "/catalogue/categories/"),
          Map.entry("Batch", "/catalogue/batches/"),
          Map.entry("Kit", "/kits/"),
          Map.entry("Booking", "/bookings/"),
          Map.entry("WorkOrder", "/maintenance/orders/"),
          Map.entry("MaintenancePlan", "/maintenance/plans/"),
          Map.entry("StockTake", "/stock-takes/"));

  @Inject HttpServletRequest request;
  @Inject AuditApi api;
  @Inject Texts texts;

  private Query query = new Query(Map.of());
  private @Nullable Page<AuditEvent> page;

  public void load() {
    query = Query.of(request, FILTERS);
    var wanted = new AuditQuery();
    wanted.actor = query.get("actor");
    wanted.subject = query.get("subject");
    wanted.of = query.get("of");
    wanted.kind = query.get("kind");
    wanted.from = query.get("from");
    wanted.to = query.get("to");
    wanted.after = request.getParameter("after");
    page = api.list(wanted);
  }

  public @Nullable Page<AuditEvent> getPage() {
    return page;
  }

  public Query getQuery() {
    return query;
  }

  public List<String> getSubjects() {
    return SUBJECTS;
  }

  public List<String> getKinds() {
    return KINDS;
  }

  /** Where its subject is shown; null where it has no page, or is gone. */
  public @Nullable String address(Subject subject) {
    var page = PAGES.get(subject.kind());
    return page == null || subject.removed() ? null : page + subject.id();
  }

  /** What its subject is: the name, or where there is none the kind alone. */
  public String name(Subject subject) {
    return subject.name().isEmpty()
        ? texts.orElse("audit.of." + subject.kind(), subject.kind())
        : subject.name();
  }

  /** What a field is called; a custom field by what it is. */
  public String label(String field) {
    return field.startsWith("fields.")
        ? texts.get("audit.custom-field")
        : texts.orElse("field." + field, field);
  }

  /** Address of the list of what one person did, or of what happened to one thing. */
  public String narrowed(String by, String id) {
    return "/audit?" + query.with(by, id);
  }

  /** Address of the list with a filter taken away. */
  public String without(String by) {
    return "/audit?" + query.with(by, null);
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/audit?" + (query.isEmpty() ? "" : query + "&") + "after=";
  }

  /** Address of all that match as a file. */
  public String getExport() {
    return "/audit.csv?" + query;
  }
}
