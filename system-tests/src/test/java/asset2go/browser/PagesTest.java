package asset2go.browser;

import static asset2go.running.Text.json;

import asset2go.acceptance.Signing;
import asset2go.browser.Browser.Size;
import asset2go.importing.Datacenter;
import asset2go.job.ForeignProducer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page by day and by night, at a desk and on a phone: whole, accessible, and in a picture.
 */
final class PagesTest {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  @BeforeAll
  static void furnish() {
    Api api = OneSystem.api();
    String word = Some.word();
    Imports imports = new Imports(api);
    String run = "";
    for (String kind : new String[] {"locations", "assets", "dependencies"}) {
      run = imports.run(kind, kind + ".csv", Datacenter.file(kind, word)).getString("id");
    }
    String panel = id(api, word + "-PANEL-0001");
    String rack = id(api, word + "-RACK-0039");
    String person = Some.person(api).id();
    api.post(
            "/v1/assets/" + panel + "/transitions",
            json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}", person))
        .expect(200);
    String place = api.get("/v1/locations?q=" + word + "-site-21").items().get(0).getString("id");
    String booking =
        api.post(
                "/v1/bookings",
                json(
                    "{'from': '%s', 'to': '%s', 'purpose': 'Fair', 'zone': 'Europe/Berlin',"
                        + " 'lines': [{'assetId': '%s'}]}",
                    Instant.now().plusSeconds(3_600), Instant.now().plusSeconds(90_000), rack))
            .expect(201)
            .id();
    PAGES.put("bookings", "/bookings");
    PAGES.put("booking", "/bookings/" + booking);
    PAGES.put("booking-new", "/bookings/new?asset=" + rack);
    PAGES.put("booking-edit", "/bookings/" + booking + "/edit");
    PAGES.put("booking-hand-out", "/bookings/" + booking + "?ask=check-out");
    PAGES.put("booking-cancel", "/bookings/" + booking + "?ask=cancel");
    PAGES.put("booking-calendar", "/bookings/calendar");
    PAGES.put("booking-policies", "/bookings/policies?policy=everything");
    PAGES.put("booking-feed", "/bookings/feed");
    String model = api.post("/v1/models", json("{'name': 'Lamp %s'}", word)).expect(201).id();
    String kit =
        api.post(
                "/v1/kits",
                json(
                    "{'name': 'Light %s', 'slots': [{'name': 'Lamp', 'quantity': 2,"
                        + " 'accepts': [{'kind': 'MODEL', 'id': '%s'}]}]}",
                    word, model))
            .expect(201)
            .id();
    PAGES.put("kits", "/kits");
    PAGES.put("kit", "/kits/" + kit);
    PAGES.put("kit-new", "/kits/new");
    PAGES.put("kit-basket", "/custody/basket?kit=" + kit);
    PAGES.put("question-kits", "/questions/kits");
    PAGES.put("question-outage", "/questions/outage?whatId=ASSET:" + rack);
    PAGES.put("question-outage-place", "/questions/outage?whatId=LOCATION:" + place);
    PAGES.put("question-outage-none", "/questions/outage");
    PAGES.put("kit-edit", "/kits/" + kit + "/edit");
    PAGES.put("asset-bookings", "/assets/" + rack + "?tab=bookings");
    PAGES.put("dashboard", "/");
    PAGES.put("assets", "/assets?q=" + word);
    PAGES.put("asset-filters", "/assets?ask=filters&overdue=false&price.from=5");
    PAGES.put("asset", "/assets/" + rack);
    PAGES.put("asset-graph", "/assets/" + panel + "?tab=graph");
    PAGES.put("asset-history", "/assets/" + panel + "?tab=history");
    PAGES.put("asset-value", "/assets/" + panel + "?tab=value");
    PAGES.put("asset-step", "/assets/" + panel + "?step=AVAILABLE");
    PAGES.put("asset-edit", "/assets/" + rack + "/edit");
    PAGES.put("asset-new", "/assets/new");
    PAGES.put("locations", "/locations");
    PAGES.put("location", "/locations/" + place);
    PAGES.put("imports", "/imports");
    PAGES.put("import-new", "/imports/new");
    PAGES.put("import-run", "/imports/" + run);
    PAGES.put("people", "/people");
    PAGES.put("person", "/people/" + person);
    PAGES.put("person-edit", "/people/" + person + "/edit");
    PAGES.put("person-new", "/people/new");
    PAGES.put("person-delete", "/people/" + person + "?delete=1");
    PAGES.put("offboarding", "/people/" + person + "/offboarding");
    String team = api.post("/v1/teams", json("{'name': '%s'}", word)).expect(201).id();
    api.post("/v1/teams/" + team + "/members", json("{'personId': '%s'}", person)).expect(200);
    PAGES.put("teams", "/teams");
    PAGES.put("team", "/teams/" + team);
    PAGES.put("team-edit", "/teams/" + team + "/edit");
    PAGES.put("team-remove", "/teams/" + team + "?remove=" + person);
    PAGES.put("custody", "/custody");
    PAGES.put("custody-overdue", "/custody?state=overdue");
    PAGES.put("custody-out", "/custody/basket?to=PERSON:" + person);
    PAGES.put("custody-due", "/custody/basket?do=due&holder=" + person);
    PAGES.put("custody-transfer", "/custody/basket?do=transfer&holder=" + person);
    PAGES.put("custody-return", "/custody/basket?do=return&holder=" + person);
    PAGES.put("stock-takes", "/stock-takes");
    PAGES.put("stock-take-new", "/stock-takes/new");
    String take = take(api, place, word);
    scan(api, take, word + "-PANEL-0001", word);
    PAGES.put("stock-take", "/stock-takes/" + take);
    PAGES.put("stock-take-unexpected", "/stock-takes/" + take + "?tab=UNEXPECTED");
    PAGES.put("stock-take-unknown", "/stock-takes/" + take + "?tab=unknown");
    PAGES.put("stock-take-finish", "/stock-takes/" + take + "?ask=finish");
    String counted = take(api, place, word);
    api.post("/v1/stock-takes/" + counted + "/finish").expect(200);
    PAGES.put("stock-take-review", "/stock-takes/" + counted);
    PAGES.put("acceptances", "/acceptances");
    PAGES.put("acceptance", "/acceptances/" + new Signing(api).waiting(person));
    PAGES.put("terms", "/terms");
    PAGES.put("terms-new", "/terms?new=1");
    PAGES.put("asset-places", "/assets/" + panel + "?tab=places");
    PAGES.put("asset-places-then", "/assets/" + panel + "?tab=places&on=2026-01-01");
    PAGES.put("asset-contents", "/assets/" + rack + "?deep=true");
    maintenance(api, rack, person, word);
    PAGES.put("asset-custody", "/assets/" + panel + "?tab=custody");
    PAGES.put("catalogue", "/catalogue");
    api.post("/v1/suppliers", json("{'name': 'Shop %s', 'contact': 'Ada'}", word)).expect(201);
    String category =
        api.get("/v1/assets/" + panel)
            .json()
            .getJsonObject("model")
            .getJsonObject("category")
            .getString("id");
    fields(api, category, word);
    PAGES.put("category", "/catalogue/categories/" + category);
    PAGES.put("category-field-new", "/catalogue/categories/" + category + "?field=new");
    PAGES.put("category-depreciation", "/catalogue/categories/" + category + "?depreciation=edit");
    PAGES.put("asset-fields", "/assets/" + panel);
    PAGES.put("asset-fields-edit", "/assets/" + panel + "/edit");
    PAGES.put("catalogue-suppliers", "/catalogue?tab=suppliers");
    PAGES.put("catalogue-supplier-new", "/catalogue?tab=suppliers&new=1");
    String batch =
        api.post("/v1/batches", json("{'name': 'B-%s', 'receivedOn': '2026-02-28'}", word))
            .expect(201)
            .id();
    api.patch("/v1/assets/" + panel, json("{'batchId': '%s'}", batch)).expect(200);
    PAGES.put("catalogue-batches", "/catalogue?tab=batches");
    PAGES.put("catalogue-batch-new", "/catalogue?tab=batches&new=1");
    PAGES.put("batch-recall", "/catalogue/batches/" + batch);
    PAGES.put("questions", "/questions");
    PAGES.put("single-points", "/questions/single-points");
    PAGES.put("single-points-place", "/questions/single-points?placeId=" + place);
    PAGES.put("sight", "/questions/sight");
    PAGES.put("checks", "/checks");
    PAGES.put("checks-run", "/checks?run=1");
    PAGES.put("search", "/search?q=panel");
    PAGES.put("profile", "/profile");
    PAGES.put("users", "/users");
    new ForeignProducer(OneSystem.get())
        .failed("bulk", "f-" + word, word, "{\"password\":\"x\"}", "boom", Instant.now());
    PAGES.put("jobs", "/jobs");
    PAGES.put("jobs-failed", "/jobs?queue=bulk&state=failed&name=" + word);
    PAGES.put("jobs-none", "/jobs?name=nothing-is-called-so");
    PAGES.put("jobs-clean", "/jobs?ask=clean&of=bulk");
    PAGES.put("job", "/jobs/bulk/job?id=f-" + word);
    PAGES.put("job-remove", "/jobs/bulk/job?id=f-" + word + "&ask=remove");
    PAGES.put("schedules", "/jobs/schedules");
    PAGES.put("schedule-edit", "/jobs/schedules?schedule=daily-digest&ask=edit");
    api.post(
            "/v1/grants",
            json(
                "{'holderId': '%s', 'role': 'MEMBER', 'overKind': 'LOCATION', 'overId': '%s'}",
                person, place))
        .expect(201);
    String grant = api.get("/v1/grants?over=" + place).items().get(0).getString("id");
    PAGES.put("grants", "/grants");
    PAGES.put("grant-new", "/grants/new");
    PAGES.put("grant-revoke", "/grants?revoke=" + grant);
    PAGES.put("grant-why", "/grants/why?person=" + person + "&asset=" + panel);
    String deleted = api.post("/v1/assets", json("{'name': 'Deleted %s'}", word)).expect(201).id();
    api.delete("/v1/assets/" + deleted).expect(204);
    String view =
        api.post(
                "/v1/views",
                json("{'name': 'In stock', 'query': 'status=AVAILABLE', 'shared': true}"))
            .expect(201)
            .id();
    PAGES.put("view", "/assets?status=AVAILABLE&view=" + view);
    PAGES.put("view-keep", "/assets?status=AVAILABLE&ask=keep");
    PAGES.put("view-change", "/assets?status=AVAILABLE&view=" + view + "&ask=change");
    PAGES.put("view-remove", "/assets?status=AVAILABLE&view=" + view + "&ask=remove");
    String bulk =
        api.post(
                "/v1/bulk",
                json(
                    "{'kind': 'EDIT', 'dryRun': true, 'query': 'status=AVAILABLE', 'patch':"
                        + " {'notes': 'x'}}"))
            .expect(201)
            .id();
    PAGES.put("bulk", "/bulk");
    PAGES.put("bulk-run", "/bulk/" + bulk);
    PAGES.put("bulk-edit", "/bulk/new?query=status%3DAVAILABLE");
    PAGES.put("bulk-move", "/bulk/new?do=move&id=" + panel);
    PAGES.put("bulk-step", "/bulk/new?do=step&id=" + panel);
    PAGES.put("bulk-trash", "/bulk/new?do=trash&id=" + panel);
    PAGES.put("trash", "/trash");
    PAGES.put("trash-restore", "/trash?restore=" + deleted + "&tag=A-1");
    PAGES.put("trash-none", "/trash?q=nothing-is-called-so");
    PAGES.put("not-found", "/assets/unknown");
    rest(api, rack, place, model, word);
    later(api, word);
  }

  /** What is rarely opened. */
  private static void rest(Api api, String rack, String place, String model, String word) {
    PAGES.put("asset-by-code", "/q/" + rack);
    PAGES.put("asset-check-out", "/assets/" + rack + "?step=CHECKED_OUT");
    PAGES.put("asset-delete", "/assets/" + rack + "?delete=1");
    PAGES.put("location-new", "/locations/new?in=" + place);
    PAGES.put("location-edit", "/locations/" + place + "/edit");
    PAGES.put("location-delete", "/locations/" + place + "?delete=1");
    PAGES.put("location-directly", "/locations/" + place + "?deep=false");
    PAGES.put("team-new", "/teams/new");
    PAGES.put("invite", "/users/invite");
    PAGES.put("invitation", "/invitation?token=x");
    PAGES.put("password-reset", "/password-reset?token=x");
    PAGES.put("catalogue-category-new", "/catalogue?tab=categories&new=1");
    PAGES.put("catalogue-models", "/catalogue?tab=models");
    PAGES.put("catalogue-model-new", "/catalogue?tab=models&new=1");
    PAGES.put("catalogue-model-edit", "/catalogue?tab=models&q=" + word + "&edit=" + model);
    PAGES.put("catalogue-manufacturers", "/catalogue?tab=manufacturers");
    PAGES.put("catalogue-companies", "/catalogue?tab=companies");
    String run = api.get("/v1/imports?limit=1").items().get(0).getString("id");
    PAGES.put("import-undo", "/imports/" + run + "?ask=undo");
  }

  /** A booking that somebody has to approve, and one that comes again. */
  private static void later(Api api, String word) {
    String category =
        api.post("/v1/categories", json("{'name': 'Dear %s'}", word)).expect(201).id();
    String model =
        api.post("/v1/models", json("{'name': 'Dear %s', 'categoryId': '%s'}", word, category))
            .expect(201)
            .id();
    for (int i = 0; i < 2; i++) {
      api.post("/v1/assets", json("{'name': 'Dear', 'modelId': '%s'}", model)).expect(201);
    }
    String wish =
        "{'from': '%s', 'to': '%s', 'zone': 'Europe/Berlin', 'lines': [{'modelId': '%s', 'quantity': 1}]}"
            .formatted(Instant.now().plusSeconds(3_600), Instant.now().plusSeconds(7_200), model);
    api.post(
            "/v1/booking-series",
            json("{'booking': " + wish + ", 'repeat': {'every': 'WEEK', 'times': 2}}"))
        .expect(201);
    String again = api.get("/v1/bookings?model=" + model).items().get(0).getString("id");
    PAGES.put("booking-again", "/bookings/" + again);
    PAGES.put("booking-again-cancel", "/bookings/" + again + "?ask=cancel-series");
    api.send(
            "PUT",
            "/v1/booking-policies/" + category,
            "application/json",
            BodyPublishers.ofString(json("{'approval': true}").toString()))
        .expect(200);
    String asked =
        Colleague.with("MEMBER").signIn().post("/v1/bookings", json(wish)).expect(201).id();
    PAGES.put("booking-asked", "/bookings/" + asked);
    PAGES.put("booking-approve", "/bookings/" + asked + "?ask=approve");
  }

  private static void maintenance(Api api, String asset, String person, String word) {
    String order =
        api.post(
                "/v1/work-orders",
                json(
                    "{'assetId': '%s', 'title': 'Fan rattles %s', 'priority': 'URGENT', 'due':"
                        + " '2026-01-31', 'assigneeId': '%s', 'takesOut': true, 'checklist':"
                        + " [{'text': 'Fan cleaned', 'done': true}, {'text': 'No noise'}], 'parts':"
                        + " [{'name': 'Fan', 'quantity': '2', 'unitPrice': '9.90'}], 'currency':"
                        + " 'EUR', 'description': 'Since Monday'}",
                    asset, word, person))
            .expect(201)
            .id();
    api.post("/v1/work-orders/" + order + "/steps", json("{'to': 'IN_PROGRESS'}")).expect(200);
    String done =
        api.post("/v1/work-orders", json("{'assetId': '%s', 'title': 'Dust'}", asset))
            .expect(201)
            .id();
    api.post("/v1/work-orders/" + done + "/steps", json("{'to': 'DONE', 'resolution': 'Clean'}"))
        .expect(200);
    api.post(
            "/v1/assets/" + asset + "/maintenance/readings",
            json("{'meter': 'Operating hours', 'unit': 'h', 'value': 1250.5}"))
        .expect(200);
    String plan =
        api.post(
                "/v1/maintenance-plans",
                json(
                    "{'name': 'Yearly check %s', 'subject': {'kind': 'ASSET', 'id': '%s'},"
                        + " 'calendar': {'every': 12, 'unit': 'MONTH', 'firstOn': '2099-01-31'},"
                        + " 'meter': {'name': 'operating hours', 'every': 500}}",
                    word, asset))
            .expect(201)
            .id();
    api.post("/v1/fault-reports", json("{'assetId': '%s', 'text': 'It smokes'}", asset))
        .expect(202);
    PAGES.put("fault-report", "/report/" + asset);
    PAGES.put("fault-reports", "/maintenance/reports");
    String report = api.get("/v1/fault-reports?state=new").items().get(0).getString("id");
    PAGES.put("fault-report-decide", "/maintenance/reports?report=" + report);
    PAGES.put("maintenance", "/maintenance");
    PAGES.put("maintenance-overdue", "/maintenance?view=overdue&q=" + word);
    PAGES.put("maintenance-closed", "/maintenance?view=closed");
    PAGES.put("work-order", "/maintenance/orders/" + order);
    PAGES.put("work-order-done", "/maintenance/orders/" + done);
    PAGES.put("work-order-step", "/maintenance/orders/" + order + "?step=DONE");
    PAGES.put("work-order-edit", "/maintenance/orders/" + order + "/edit");
    PAGES.put("work-order-new", "/maintenance/orders/new?asset=" + asset);
    PAGES.put("plans", "/maintenance/plans");
    PAGES.put("plan-new", "/maintenance/plans/new");
    PAGES.put("plan-edit", "/maintenance/plans/" + plan);
    PAGES.put("asset-maintenance", "/assets/" + asset + "?tab=maintenance");
    String calibration =
        api.post(
                "/v1/work-orders",
                json(
                    "{'assetId': '%s', 'title': 'Compare %s', 'kind': 'CALIBRATION'}", asset, word))
            .expect(201)
            .id();
    PAGES.put("work-order-calibration", "/maintenance/orders/" + calibration + "?step=DONE");
    PAGES.put("asset-meter", "/assets/" + asset + "?tab=maintenance&reading=new");
  }

  private static String take(Api api, String place, String word) {
    return api.post("/v1/stock-takes", json("{'name': '%s', 'locationId': '%s'}", word, place))
        .expect(201)
        .id();
  }

  private static void scan(Api api, String take, String... codes) {
    for (String code : codes) {
      api.post(
              "/v1/stock-takes/" + take + "/scans",
              json("{'scans': [{'id': '%s', 'code': '%s'}]}", code, code))
          .expect(200);
    }
  }

  /** One of each kind. */
  private static void fields(Api api, String category, String word) {
    for (String kind : new String[] {"TEXT", "NUMBER", "DATE", "CHOICE", "BOOLEAN", "LINK"}) {
      String choices = kind.equals("CHOICE") ? ", 'choices': ['A', 'B']" : "";
      api.post(
              "/v1/fields",
              json(
                  "{'categoryId': '%s', 'name': '%s %s', 'kind': '%s'" + choices + "}",
                  category,
                  kind,
                  word,
                  kind))
          .expect(201);
    }
  }

  private static String id(Api api, String tag) {
    return api.get("/v1/assets?q=" + tag).expect(200).items().get(0).getString("id");
  }

  @ParameterizedTest
  @CsvSource({"DESKTOP, LIGHT", "DESKTOP, DARK", "PHONE, LIGHT", "PHONE, DARK"})
  void everyPageIsWholeAndAccessible(Size size, ColorScheme scheme) {
    Page page = BROWSER.open(size, scheme);
    String kind =
        "-" + size.name().toLowerCase(Locale.ROOT) + "-" + scheme.name().toLowerCase(Locale.ROOT);
    page.navigate("/login");
    check("login" + kind);
    page.navigate("/forgot-password");
    check("forgot" + kind);
    BROWSER.signIn();
    PAGES.forEach(
        (name, path) -> {
          page.navigate(path);
          page.waitForLoadState(LoadState.LOAD);
          check(name + kind);
        });
  }

  private static void check(String name) {
    BROWSER.shoot(name);
    BROWSER.assertFits(name);
    BROWSER.assertAccessible(name);
  }
}
