package asset2go.custody;

import asset2go.asset.AssetRef;
import asset2go.asset.Condition;
import asset2go.client.ApiProblem;
import asset2go.frame.Form;
import asset2go.frame.Notes;
import asset2go.frame.Texts;
import asset2go.kit.KitPicks;
import asset2go.kit.KitsApi;
import asset2go.lookup.Lookup;
import asset2go.people.PeopleApi;
import asset2go.people.TeamsApi;
import asset2go.problem.Fault;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A basket: tags are scanned or typed, one a line, and go out, come back or change hands together,
 * or not at all.
 */
@Named
@RequestScoped
public class BasketPage {
  private static final List<String> WAYS = List.of("out", "return", "transfer", "due");

  @Inject HttpServletRequest request;
  @Inject CustodiesApi api;
  @Inject PeopleApi people;
  @Inject TeamsApi teams;
  @Inject KitsApi kits;
  @Inject Lookup lookup;
  @Inject Form form;
  @Inject Notes notes;
  @Inject Texts texts;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable Basket basket;
  private String missing = "";

  /** Opens the form: for somebody, with what somebody has, what went out together, or a kit. */
  public void load() {
    var to = request.getParameter("to");
    if (to != null && to.matches("(PERSON|TEAM):.+")) {
      var id = to.substring(to.indexOf(':') + 1);
      values.put("custodianId", to);
      values.put("custodian", to.startsWith("TEAM") ? teams.get(id).name() : people.get(id).name());
    }
    var holder = request.getParameter("holder");
    var from = request.getParameter("basket");
    var kit = request.getParameter("kit");
    if (kit != null) {
      fill(kit);
    } else if (holder != null || from != null) {
      values.put("tags", tags(holder, from));
    } else if (request.getParameter("tag") != null) {
      values.put("tags", String.join("\n", request.getParameterValues("tag")));
    }
  }

  /** Fills the basket with what makes a kit, and says where something is missing. */
  private void fill(String kit) {
    var picks = kits.picks(kit, null, null);
    values.put(
        "tags",
        picks.slots().stream()
            .flatMap(slot -> slot.assets().stream())
            .map(AssetRef::tag)
            .collect(Collectors.joining("\n")));
    missing =
        picks.slots().stream()
            .filter(slot -> slot.assets().size() < slot.needed())
            .map(KitPicks.Slot::name)
            .collect(Collectors.joining(", "));
  }

  /** The slots of the kit for which there is too little; empty for none. */
  public String getMissing() {
    return missing;
  }

  private String tags(@Nullable String holder, @Nullable String from) {
    var query = new CustodyQuery();
    query.state = "open";
    query.holder = holder;
    query.basket = from;
    query.limit = CheckOut.MOST;
    return api.list(query).items().stream()
        .map(custody -> custody.asset().tag())
        .collect(Collectors.joining("\n"));
  }

  public String getWay() {
    var way = request.getParameter("do");
    return way != null && WAYS.contains(way) ? way : "out";
  }

  public List<String> getWays() {
    return WAYS;
  }

  /** {@code page} on the tab that is open: what aria-current says. */
  public String current(String way) {
    return way.equals(getWay()) ? "page" : "false";
  }

  /** Whether somebody takes it. */
  public boolean isHanding() {
    return "out".equals(getWay()) || "transfer".equals(getWay());
  }

  public boolean isBack() {
    return "return".equals(getWay());
  }

  /** Says of each item what would become of it. */
  public void check() {
    if (isComplete()) {
      try {
        basket = send("each", true);
      } catch (RuntimeException failure) {
        form.refuse(ApiProblem.in(failure).orElseThrow(() -> failure));
      }
    }
  }

  /** Does it. Where something stands in the way nothing is done, and each item says why. */
  public void take() {
    if (!isComplete()) {
      return;
    }
    try {
      var done = send("all", false);
      notes.leave("note.custody." + getWay(), String.valueOf(done.items().size()));
      form.goTo(
          done.id() == null ? "/custody/basket?do=" + getWay() : "/custody?basket=" + done.id());
    } catch (RuntimeException failure) {
      var problem = ApiProblem.in(failure).orElseThrow(() -> failure);
      check();
      if (!form.isRefused() && isStuck()) {
        form.refuse("custody.nothing");
      } else if (!form.isRefused()) {
        form.refuse(problem);
      }
    }
  }

  private boolean isStuck() {
    return basket != null && basket.items().stream().anyMatch(item -> item.error() != null);
  }

  private boolean isComplete() {
    if (items().isEmpty()) {
      form.refuseField("tags", "fault.REQUIRED");
    } else if (items().size() > CheckOut.MOST) {
      form.refuseField("tags", "custody.too-many", CheckOut.MOST);
    }
    if (isHanding() && custodian() == null) {
      form.refuseField("custodian", "lookup.unknown");
    }
    if (due() == null && Form.orNull(values.get("due")) != null) {
      form.refuseField("due", "fault.FORMAT");
    }
    if (isBack() && Form.orNull(values.get("condition")) == null) {
      form.refuseField("condition", "fault.REQUIRED");
    }
    return !form.isRefused();
  }

  private Basket send(String bulk, boolean dryRun) {
    var remark = Form.orNull(values.get("notes"));
    if (isBack()) {
      return api.checkIn(bulk, dryRun, new CheckIn(items(), condition(), remark));
    }
    if ("due".equals(getWay())) {
      return api.changeDue(bulk, dryRun, new DueChange(items(), due(), remark));
    }
    var to = Holders.parse(String.valueOf(custodian()));
    var asked = new CheckOut(items(), to, due(), condition(), remark);
    return "transfer".equals(getWay())
        ? api.transfer(bulk, dryRun, asked)
        : api.checkOut(bulk, dryRun, asked);
  }

  private List<BasketItem> items() {
    return Form.text(values.get("tags"))
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> new BasketItem(line, null, null))
        .toList();
  }

  private @Nullable String custodian() {
    return lookup.resolve("holder", values.get("custodianId"), values.get("custodian"));
  }

  private @Nullable Condition condition() {
    var chosen = Form.orNull(values.get("condition"));
    return chosen == null ? null : Condition.valueOf(chosen);
  }

  private @Nullable LocalDate due() {
    try {
      var typed = Form.orNull(values.get("due"));
      return typed == null ? null : LocalDate.parse(typed);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  public Condition[] getConditions() {
    return Condition.values();
  }

  public Map<String, String> getValues() {
    return values;
  }

  public @Nullable Basket getBasket() {
    return basket;
  }

  /** Why an item cannot be, in the person's language. */
  public String why(Basket.Item item) {
    if (item.error() == null) {
      return "";
    }
    var unknown = item.asset() == null && Fault.UNKNOWN.name().equals(item.error().code());
    return unknown ? texts.get("custody.unknown") : form.words(item.error());
  }
}
