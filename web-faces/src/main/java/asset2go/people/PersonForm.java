package asset2go.people;

import asset2go.frame.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** Makes a person who holds equipment but does not sign in. */
@Named
@RequestScoped
public class PersonForm {
  @Inject PeopleApi api;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();

  public void save() {
    form.send(
        () ->
            "/people/"
                + api.create(
                        new PersonDraft(
                            Form.text(values.get("name")), Form.orNull(values.get("email"))))
                    .id(),
        "note.person.created",
        Form.text(values.get("name")));
  }

  public Map<String, String> getValues() {
    return values;
  }
}
