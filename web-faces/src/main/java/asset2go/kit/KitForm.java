package asset2go.kit;

import asset2go.frame.Changes;
import asset2go.frame.Form;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes or changes a kit: a row for each slot, and one or more that are still empty. */
@Named
@RequestScoped
public class KitForm {
  private static final int ROWS = 4;
  private static final int CHOICES = 3;

  @Inject HttpServletRequest request;
  @Inject KitsApi api;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable Kit kit;
  private long version;

  public void load() {
    if (isFresh()) {
      return;
    }
    version = kit().version();
    values.put("name", kit().name());
    values.put("description", Form.text(kit().description()));
    for (var row = 0; row < kit().slots().size(); row++) {
      var slot = kit().slots().get(row);
      values.put("slot" + row, slot.name());
      values.put("quantity" + row, String.valueOf(slot.quantity()));
      for (var at = 0; at < slot.accepts().size(); at++) {
        var accepted = slot.accepts().get(at);
        values.put(key(row, at) + "Id", accepted.kind() + ":" + accepted.what().id());
        values.put(key(row, at), accepted.what().name());
      }
    }
  }

  private Kit kit() {
    if (kit == null) {
      kit = api.get(getId());
    }
    return kit;
  }

  private static String key(int row, int at) {
    return "accept" + row + "-" + at;
  }

  /** Numbers of the slots that can be filled in. */
  public List<Integer> getRows() {
    var filled = isFresh() ? 0 : kit().slots().size() + 1;
    return IntStream.range(0, Math.max(ROWS, filled)).boxed().toList();
  }

  /** Numbers of what a slot may accept. */
  public List<Integer> getChoices() {
    var most =
        isFresh()
            ? 0
            : kit().slots().stream().mapToInt(slot -> slot.accepts().size()).max().orElse(0) + 1;
    return IntStream.range(0, Math.max(CHOICES, most)).boxed().toList();
  }

  public void save() {
    if (!resolve()) {
      return;
    }
    form.send(
        () -> {
          var saved =
              isFresh()
                  ? api.create(draft())
                  : api.change(getId(), Changes.ifMatch(getId(), version), patch());
          return "/kits/" + saved.id();
        },
        "note.kit.saved");
  }

  private KitDraft draft() {
    return new KitDraft(
        Form.text(values.get("name")), Form.orNull(values.get("description")), slots());
  }

  private List<KitDraft.Slot> slots() {
    var slots = new ArrayList<KitDraft.Slot>();
    for (var row : getRows()) {
      var accepts = new ArrayList<KitDraft.Accepted>();
      for (var at : getChoices()) {
        var id = Form.text(values.get(key(row, at) + "Id"));
        var colon = id.indexOf(':');
        if (colon > 0) {
          var kind = Kit.Kind.valueOf(id.substring(0, colon));
          accepts.add(new KitDraft.Accepted(kind, id.substring(colon + 1)));
        }
      }
      var name = Form.text(values.get("slot" + row));
      if (!name.isBlank() || !accepts.isEmpty()) {
        slots.add(new KitDraft.Slot(name, quantity(row), accepts));
      }
    }
    return slots;
  }

  private int quantity(int row) {
    var typed = Form.text(values.get("quantity" + row));
    return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 1;
  }

  private JsonObject patch() {
    var draft = draft();
    var slots = Json.createArrayBuilder();
    for (var slot : draft.slots()) {
      var accepts = Json.createArrayBuilder();
      for (var one : slot.accepts()) {
        accepts.add(Json.createObjectBuilder().add("kind", one.kind().name()).add("id", one.id()));
      }
      slots.add(
          Json.createObjectBuilder()
              .add("name", slot.name())
              .add("quantity", slot.quantity())
              .add("accepts", accepts));
    }
    return Json.createObjectBuilder()
        .add("name", draft.name())
        .add("description", Form.text(draft.description()))
        .add("slots", slots)
        .build();
  }

  /** Makes ids of what was typed but not chosen. */
  private boolean resolve() {
    for (var row : getRows()) {
      for (var at : getChoices()) {
        var key = key(row, at);
        var typed = Form.orNull(values.get(key));
        var id =
            typed == null ? null : lookup.resolve("slot-filler", values.get(key + "Id"), typed);
        if (typed != null && id == null) {
          form.refuseField(key, "lookup.unknown");
          return false;
        }
        values.put(key + "Id", Form.text(id));
      }
    }
    return true;
  }

  public boolean isFresh() {
    return request.getParameter("id") == null;
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
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
