package asset2go.booking;

import asset2go.catalogue.Catalogue.Category;
import asset2go.catalogue.CategoriesApi;
import asset2go.frame.Changes;
import asset2go.frame.Form;
import asset2go.identity.RoleName;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What applies to bookings of each category: {@code /bookings/policies?policy=…} changes it. */
@Named
@RequestScoped
public class BookingPoliciesPage {
  private static final int CHOICES = 200;
  private static final String[] NUMBERS = {
    "longestHours", "furthestDays", "bufferBeforeMinutes", "bufferAfterMinutes"
  };

  @Inject HttpServletRequest request;
  @Inject BookingPoliciesApi api;
  @Inject CategoriesApi categories;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable Page<BookingPolicy> page;
  private @Nullable BookingPolicy policy;
  private List<Category> choices = List.of();
  private long version;

  /** Lists them, and opens the form where one is asked for. */
  public void load() {
    page = api.list();
    choices = categories.list(null, CHOICES, null).items();
    if (getId() != null) {
      policy = api.get(getId());
      version = policy.version();
      show(policy.own());
    }
  }

  private void show(BookingRules own) {
    put("longestHours", own.longestHours());
    put("furthestDays", own.furthestDays());
    put("bufferBeforeMinutes", own.bufferBeforeMinutes());
    put("bufferAfterMinutes", own.bufferAfterMinutes());
    put("approval", own.approval());
    put("role", own.roles() == null || own.roles().isEmpty() ? null : own.roles().get(0));
  }

  private void put(String name, @Nullable Object value) {
    values.put(name, value == null ? "" : value.toString());
  }

  /** Saves the rules of the one that is open. */
  public void save() {
    for (var name : NUMBERS) {
      var typed = Form.text(values.get(name));
      if (!typed.matches("\\d{0,6}")) {
        form.refuseField(name, "booking.policy.number");
        return;
      }
    }
    var id = String.valueOf(getId());
    form.send(
        () -> {
          api.put(id, Changes.ifMatch(id, version), rules());
          return "/bookings/policies";
        },
        "note.booking.policy");
  }

  private BookingRules rules() {
    var approval = Form.orNull(values.get("approval"));
    var role = Form.orNull(values.get("role"));
    return new BookingRules(
        number("longestHours"),
        number("furthestDays"),
        role == null ? null : above(RoleName.valueOf(role)),
        approval == null ? null : Boolean.valueOf(approval),
        number("bufferBeforeMinutes"),
        number("bufferAfterMinutes"));
  }

  /** The least role that may book, and those that may more. */
  private static List<RoleName> above(RoleName least) {
    return Stream.of(RoleName.MEMBER, RoleName.TECHNICIAN, RoleName.MANAGER, RoleName.ADMIN)
        .dropWhile(role -> role != least)
        .toList();
  }

  private @Nullable Integer number(String name) {
    var typed = Form.orNull(values.get(name));
    return typed == null ? null : Integer.valueOf(typed);
  }

  public @Nullable String getId() {
    return Form.orNull(request.getParameter("policy"));
  }

  public @Nullable Page<BookingPolicy> getPage() {
    return page;
  }

  public @Nullable BookingPolicy getPolicy() {
    return policy;
  }

  public List<Category> getChoices() {
    return choices;
  }

  public List<String> getRoles() {
    return List.of("MEMBER", "TECHNICIAN", "MANAGER");
  }

  public List<String> getAnswers() {
    return List.of("true", "false");
  }

  public Map<String, String> getValues() {
    return values;
  }

  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }
}
