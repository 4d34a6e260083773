package asset2go.job;

import asset2go.frame.Changes;
import asset2go.frame.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dialogs over the schedules: {@code /jobs/schedules?schedule=daily-digest&ask=edit}. */
@Named
@RequestScoped
public class ScheduleForm {
  private static final Set<String> KNOWN = Set.of("edit", "run", "on", "off");

  @Inject HttpServletRequest request;
  @Inject JobsApi api;
  @Inject SchedulesPage page;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private long version;

  /** Fills the form in where it is opened. */
  public void load() {
    page.load();
    page.find(getName()).ifPresent(this::show);
  }

  private void show(JobSchedule schedule) {
    values.put("pattern", Form.text(schedule.pattern()));
    values.put("zone", Form.text(schedule.zone()));
    version = schedule.version();
  }

  /** What is about to be done, null for nothing. */
  public @Nullable String getAsk() {
    var asked = request.getParameter("ask");
    return asked != null && KNOWN.contains(asked) && getSchedule() != null ? asked : null;
  }

  public @Nullable String getName() {
    return request.getParameter("schedule");
  }

  public @Nullable JobSchedule getSchedule() {
    return getName() == null ? null : page.find(getName()).orElse(null);
  }

  public void save() {
    change(
        Json.createObjectBuilder()
            .add("pattern", Form.text(values.get("pattern")))
            .add("zone", Form.text(values.get("zone")))
            .build(),
        "note.schedule.changed");
  }

  /** On or off, as asked. */
  public void turn() {
    var on = "on".equals(getAsk());
    change(
        Json.createObjectBuilder().add("enabled", on).build(),
        on ? "note.schedule.on" : "note.schedule.off");
  }

  /** Does it now, and shows the job. */
  public void run() {
    var name = String.valueOf(getName());
    form.send(
        () -> {
          var job = api.run(name);
          return JobPage.address(job.queue(), job.id());
        },
        "note.schedule.run",
        name);
    showAgain();
  }

  private void change(JsonObject patch, String note) {
    var name = String.valueOf(getName());
    form.send(
        () -> {
          api.change(name, Changes.ifMatch(name, version), patch);
          return "/jobs/schedules";
        },
        note,
        name);
    showAgain();
  }

  /**
   * What was typed stays after a refusal. Where somebody else changed it meanwhile, the list shows
   * how it stands now, and saving again is meant.
   */
  private void showAgain() {
    if (form.isRefused()) {
      page.load();
      page.find(getName()).ifPresent(now -> version = now.version());
    }
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
