package asset2go.acceptance;

import asset2go.frame.Form;
import asset2go.lookup.Lookup;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The terms that are asked for, and the form for another edition. */
@Named
@RequestScoped
public class TermsPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject TermsApi api;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable Page<Terms> page;

  /** The list; with {@code ?edition=} the form holds the wording that there is. */
  public void load() {
    page = api.list(ROWS, request.getParameter("after"));
    var of = request.getParameter("edition");
    if (of != null) {
      var terms = api.get(of);
      values.putIfAbsent("title", terms.title());
      values.putIfAbsent("text", terms.text());
      var model = terms.subject().kind() == TermsSubject.Kind.MODEL;
      values.putIfAbsent(model ? "modelId" : "categoryId", terms.subject().id());
      values.putIfAbsent(model ? "model" : "category", Form.text(terms.subject().name()));
    }
  }

  public void save() {
    var subject = subject();
    if (subject == null) {
      form.refuseField("category", "terms.subject");
    } else {
      var title = Form.text(values.get("title"));
      form.send(
          () -> {
            api.create(new TermsDraft(title, Form.text(values.get("text")), subject));
            return "/terms";
          },
          "note.terms.saved");
    }
    if (form.isRefused()) {
      load();
    }
  }

  private @Nullable TermsSubject subject() {
    var model = lookup.resolve("model", values.get("modelId"), values.get("model"));
    if (model != null) {
      return new TermsSubject(TermsSubject.Kind.MODEL, model, null);
    }
    var category = lookup.resolve("category", values.get("categoryId"), values.get("category"));
    return category == null ? null : new TermsSubject(TermsSubject.Kind.CATEGORY, category, null);
  }

  /** Asks for them no longer. */
  public void withdraw(String id) {
    form.send(
        () -> {
          api.withdraw(id);
          return "/terms";
        },
        "note.terms.withdrawn");
    if (form.isRefused()) {
      load();
    }
  }

  public boolean isForm() {
    return request.getParameter("new") != null || request.getParameter("edition") != null;
  }

  public @Nullable Page<Terms> getPage() {
    return page;
  }

  public Map<String, String> getValues() {
    return values;
  }
}
