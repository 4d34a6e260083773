package asset2go.browser;

import static asset2go.running.Text.json;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The catalogue as an administrator furnishes it, and the asset's form that comes of it. */
final class CataloguePagesTest {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final Api api = OneSystem.api();
  private final String word = Some.word();

  @Test
  void aFieldOfACategoryIsAskedForOnTheFormAndShown() {
    String category = category();
    Page page = BROWSER.signIn();
    page.navigate("/catalogue/categories/" + category);
    page.locator("#new-field").click();
    page.locator("#name").fill("Voltage");
    page.locator("#kind").selectOption("NUMBER");
    page.locator("#unit").fill("V");
    page.locator("#required").check();
    page.locator("#save-field").click();
    assertThat(page.locator("#fields tbody")).containsText("Voltage");
    assertThat(page.locator("#fields tbody")).containsText("Required");

    page.navigate("/assets/new");
    page.locator("#name").fill("Lamp " + word);
    page.locator("#model").fill("Model " + word);
    page.locator("[role=option]").first().click();
    Locator voltage = page.locator("#custom-fields input");
    assertThat(voltage).isVisible();
    assertThat(page.locator("#name")).hasValue("Lamp " + word);
    voltage.fill("high");
    page.locator("#save").click();
    assertThat(page.locator("#custom-fields .wrong")).isVisible();
    assertThat(voltage).hasValue("high");
    BROWSER.assertAccessible("asset-field-wrong");
    voltage.fill("12.5");
    page.locator("#save").click();
    assertThat(page.locator(".details")).containsText("12.5\u00a0V");

    page.locator("#edit").click();
    voltage.fill("24");
    page.locator("#save").click();
    assertThat(page.locator(".details")).containsText("24\u00a0V");
    page.locator("#tab-history").click();
    assertThat(page.locator("#events").first()).containsText("Voltage");
  }

  @Test
  void aDepreciationIsSetOnTheCategoryAndReadOnTheAsset() {
    String category = category();
    String asset =
        api.post(
                "/v1/assets",
                json(
                    """
                    {'name': 'Lamp', 'modelId': '%s',
                     'purchase': {'date': '2024-01-01', 'price': '1000.00', 'currency': 'EUR'}}
                    """,
                    model(category)))
            .expect(201)
            .id();
    Page page = BROWSER.signIn();
    page.navigate("/catalogue/categories/" + category);
    page.locator("#edit-depreciation").click();
    page.locator("#method").selectOption("STRAIGHT_LINE");
    page.locator("#save-depreciation").click();
    assertThat(page.locator("#months-wrong")).isVisible();
    page.locator("#months").fill("48");
    page.locator("#residualPercent").fill("10");
    page.locator("#save-depreciation").click();
    assertThat(page.locator("#depreciation-own")).containsText("48");

    page.navigate("/assets/" + asset + "?tab=value");
    page.locator("#on").fill("2026-01-01");
    page.locator("#show-value").click();
    assertThat(page.locator("#worth")).containsText("549.69");
    assertThat(page.locator("#years tbody tr")).hasCount(5);
  }

  @Test
  void aSupplierIsAddedAndChosen() {
    Page page = BROWSER.signIn();
    page.navigate("/catalogue?tab=suppliers");
    page.locator("#add").click();
    page.locator("#name").fill("Shop " + word);
    page.locator("#email").fill("sales@shop.test");
    page.locator("#save-new").click();
    page.navigate("/catalogue?tab=suppliers&q=" + word);
    assertThat(page.locator("#entries tbody")).containsText("sales@shop.test");

    page.navigate("/assets/new");
    page.locator("#name").fill("Lamp " + word);
    page.locator("#supplier").fill("Shop " + word);
    page.locator("[role=option]").first().click();
    page.locator("#save").click();
    assertThat(page.locator("#supplier")).containsText("Shop " + word);
  }

  @Test
  void aModelGetsItsMakerAndACategoryItsPlaceInTheTree() {
    api.post("/v1/manufacturers", json("{'name': 'Maker %s'}", word)).expect(201);
    String top = api.post("/v1/categories", json("{'name': 'Top %s'}", word)).expect(201).id();
    String category = category();
    String model = model(category);
    Page page = BROWSER.signIn();
    page.navigate("/catalogue?tab=models&q=" + word + "&edit=" + model);
    assertThat(page.locator("#edit-dialog #category")).hasValue("Lamps " + word);
    page.locator("#edit-dialog #number").fill("M-1");
    page.locator("#edit-dialog #manufacturer").fill("Maker " + word);
    page.locator("#edit-dialog [role=option]").first().click();
    BROWSER.assertAccessible("catalogue-model-edit");
    page.locator("#save-name").click();
    page.navigate("/catalogue?tab=models&q=" + word);
    assertThat(page.locator("#entries tbody"))
        .containsText("M-1 · Maker " + word + " · Lamps " + word);

    page.navigate("/catalogue?tab=categories&q=" + word + "&edit=" + category);
    page.locator("#edit-dialog #parent").fill("Top " + word);
    page.locator("#edit-dialog [role=option]").first().click();
    page.locator("#save-name").click();
    page.navigate("/catalogue/categories/" + category);
    assertThat(page.locator(".crumbs")).containsText("Top " + word);
    // A new name leaves it where it is.
    page.navigate("/catalogue?tab=categories&q=" + word + "&edit=" + category);
    page.locator("#edit-dialog #name").fill("Lights " + word);
    page.locator("#save-name").click();
    page.navigate("/catalogue/categories/" + category);
    assertThat(page.locator("h1")).containsText("Lights " + word);
    assertThat(page.locator(".crumbs a[href$='" + top + "']")).isVisible();
  }

  private String category() {
    String id = api.post("/v1/categories", json("{'name': 'Lamps %s'}", word)).expect(201).id();
    model(id);
    return id;
  }

  private String model(String category) {
    var known = api.get("/v1/models?q=" + word).items();
    return known.isEmpty()
        ? api.post("/v1/models", json("{'name': 'Model %s', 'categoryId': '%s'}", word, category))
            .expect(201)
            .id()
        : known.get(0).getString("id");
  }
}
