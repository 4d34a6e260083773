package asset2go.frame;

import asset2go.client.ApiProblem;
import asset2go.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitCallback;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What every form does once it was sent: ask the API, then go on to the next page, or stay, keep
 * what was typed and say beside each field what the API has against it.
 */
@RequestScoped
public class Form {
  private static final Logger LOG = Logger.getLogger(Form.class.getName());

  @Inject Texts texts;
  @Inject Notes notes;

  /** Fields whose names on the page differ from those of the API. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("modelId", "model"),
          Map.entry("locationId", "location"),
          Map.entry("containerId", "container"),
          Map.entry("companyId", "company"),
          Map.entry("parentId", "parent"),
          Map.entry("categoryId", "category"),
          Map.entry("manufacturerId", "manufacturer"),
          Map.entry("purchase.supplierId", "supplier"),
          Map.entry("supplierId", "supplier"),
          Map.entry("batchId", "batch"),
          Map.entry("dependsOnId", "dependsOn"),
          Map.entry("personId", "person"),
          Map.entry("assetId", "asset"),
          Map.entry("assigneeId", "assignee"),
          Map.entry("to.id", "custodian"),
          Map.entry("transferTo.id", "custodian"),
          // What a step itself may not do is said above the form.
          Map.entry("to", ""),
          Map.entry("holderId", "holder"),
          Map.entry("overId", "over"),
          Map.entry("custodian.id", "custodian"));

  /** Kinds of problems that our own words, in the person's language, say as well as the API's. */
  private static final Set<String> OURS =
      Set.of("stale", "forbidden", "too-many-requests", "unavailable");

  /** A call that may be refused. */
  public interface Attempt {
    /** Does it, and says where to go next. */
    String run();
  }

  /** Does it and goes on; a refusal stays on the page. Who is no longer signed in leaves it. */
  public void send(Attempt attempt) {
    String next;
    try {
      next = attempt.run();
    } catch (RuntimeException failure) {
      var problem = ApiProblem.in(failure).orElseThrow(() -> failure);
      if (problem.status() == 401 || problem.status() == 404) {
        throw problem;
      }
      refuse(problem);
      return;
    }
    goTo(next);
  }

  /** As above, and leaves a note for the next page. */
  public void send(Attempt attempt, String note, String... words) {
    send(
        () -> {
          var next = attempt.run();
          notes.leave(note, words);
          return next;
        });
  }

  /** Says what the API has against it. */
  public void refuse(ApiProblem refusal) {
    var problem = refusal.problem();
    if (refusal.status() >= 500) {
      LOG.log(Level.WARNING, "A form was not taken", refusal);
    }
    List<Problem.FieldError> errors = problem.errors() == null ? List.of() : problem.errors();
    var told = false;
    for (var error : errors) {
      told |= say(input(error.field()), words(error));
    }
    if (!told) {
      var kind = problem.type().substring(problem.type().lastIndexOf('/') + 1);
      var known = texts.orElse("problem." + kind, problem.title());
      var detail = problem.detail();
      message(
          null, detail == null || OURS.contains(kind) || problem.status() >= 500 ? known : detail);
    }
  }

  /** Id of the input that a field of the API is typed into; those of custom fields are ids. */
  private static String input(String field) {
    return field.startsWith("fields.")
        ? "f_" + last(field)
        : NAMES.getOrDefault(field, last(field));
  }

  /** In the person's language, where the fault has a name; else as the API says it. */
  public String words(Problem.FieldError error) {
    var key = "fault." + error.code();
    var words =
        error.words() == null
            ? List.of()
            : error.words().stream().map(word -> texts.orElse("status." + word, word)).toList();
    return texts.has(key) ? texts.get(key, words.toArray()) : error.message();
  }

  /** Says why not, in our own words. */
  public void refuse(String key, Object... words) {
    message(null, texts.get(key, words));
  }

  /** The same, beside a field. */
  public void refuseField(String id, String key, Object... words) {
    message(id, texts.get(key, words));
  }

  public boolean isRefused() {
    return !FacesContext.getCurrentInstance().getMessageList().isEmpty();
  }

  /** Leads the browser on: nothing is rendered for a form that was taken. */
  public void goTo(String path) {
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect(path);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  public HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }

  /** What was typed, without the blanks around it; empty where nothing was. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  /** The same, but nothing where nothing was typed. */
  public static @Nullable String orNull(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Only where the page has the field: else the message would be lost. */
  private static boolean say(String id, String text) {
    if (id.isEmpty()) {
      message(null, text);
      return true;
    }
    var context = FacesContext.getCurrentInstance();
    var found = new AtomicBoolean();
    VisitCallback look =
        (visit, component) -> {
          if (id.equals(component.getClientId(context))) {
            found.set(true);
            return VisitResult.COMPLETE;
          }
          return VisitResult.ACCEPT;
        };
    UIComponent root = context.getViewRoot();
    root.visitTree(VisitContext.createVisitContext(context), look);
    message(found.get() ? id : null, found.get() ? sentence(text) : id + ": " + text);
    return true;
  }

  private static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static void message(@Nullable String id, String text) {
    FacesContext.getCurrentInstance()
        .addMessage(id, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
  }
}
