package asset2go.reminder;

import asset2go.asset.AssetRef;
import asset2go.graph.Graph;
import asset2go.identity.Actor;
import asset2go.identity.Actors;
import asset2go.mail.Letters;
import asset2go.mail.Mail;
import asset2go.mail.MailWriter;
import asset2go.maintenance.FaultReport;
import asset2go.maintenance.FaultReports;
import asset2go.page.Page;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells somebody about which assets reports wait for them, as it is at the moment of sending and by
 * the rights that they have then. What was written in the reports is not in it: a stranger's words,
 * and links, are not to come under our name.
 */
@ApplicationScoped
class FaultsMail implements MailWriter {

  static final String KIND = "FAULTS";

  private @Inject Graph graph;
  private @Inject Actors actors;
  private @Inject FaultReports reports;
  private @Inject Settings settings;
  private @Inject Letters letters;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> write(String jobId, JsonObject payload) {
    return actors.of(payload.getString("personId"), null, jobId).flatMap(this::write);
  }

  private Optional<Mail> write(Actor actor) {
    Page<FaultReport> waiting = reports.list(actor, "new", Reminders.Lines.MOST, null);
    if (waiting.items().isEmpty()) {
      return Optional.empty();
    }
    return graph
        .read(tx -> Recipient.person(tx, actor.id()))
        .map(
            to ->
                letters.withList(
                    to.email(),
                    to.name(),
                    "faults",
                    lines(waiting),
                    settings.appUrl() + "maintenance/reports"));
  }

  /** Each asset once, with how many reports there are where it is not one. */
  private List<String> lines(Page<FaultReport> waiting) {
    Map<AssetRef, Integer> counts = new LinkedHashMap<>();
    waiting.items().forEach(report -> counts.merge(report.asset(), 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (asset, count) ->
            lines.add(asset.tag() + "  " + asset.name() + (count == 1 ? "" : " (" + count + ")")));
    if (waiting.next() != null) {
      lines.add(letters.text("faults.more"));
    }
    return lines;
  }
}
