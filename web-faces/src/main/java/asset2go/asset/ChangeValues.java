package asset2go.asset;

import asset2go.catalogue.CustomField;
import asset2go.frame.Texts;
import asset2go.page.Ref;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of events as people call them. Events keep ids, which stay right for ever; what the
 * asset points to now has a name here without a further call, what it pointed to once has a link.
 */
@Named
@RequestScoped
public class ChangeValues {
  private static final String CUSTOM = "fields.";

  /** What the API puts for things that are beyond the rights of who looks. */
  private static final String HIDDEN = "•••";

  @Inject Texts texts;
  @Inject AssetPage page;
  @Inject FieldTexts fieldTexts;

  /** What a field is called. */
  public String label(String field) {
    return custom(field)
        .map(CustomField::name)
        .orElseGet(
            () ->
                field.startsWith(CUSTOM)
                    ? texts.get("event.former-field")
                    : texts.orElse("field." + field, field));
  }

  private Optional<CustomField> custom(String field) {
    var fields = field.startsWith(CUSTOM) ? page.getAsset().definitions() : null;
    return fields == null
        ? Optional.empty()
        : fields.stream()
            .filter(one -> one.id().equals(field.substring(CUSTOM.length())))
            .findFirst();
  }

  /** What to show. */
  public String text(String field, String value) {
    if (HIDDEN.equals(value)) {
      return texts.get("rights.hidden");
    }
    if (field.startsWith(CUSTOM)) {
      return custom(field).map(one -> fieldTexts.text(one, value)).orElse(value);
    }
    if (!field.endsWith("Id")) {
      return texts.value(field, value);
    }
    return present()
        .filter(ref -> ref.id().equals(value))
        .findFirst()
        .map(Ref::name)
        .orElseGet(() -> texts.get("event.earlier." + field));
  }

  /** Where what it points to is shown; null for a plain value. */
  public @Nullable String address(String field, String value) {
    if (HIDDEN.equals(value)) {
      return null;
    }
    return switch (field) {
      case "locationId" -> "/locations/" + value;
      case "containerId" -> "/assets/" + value;
      case "modelId" -> "/assets?model=" + value;
      case "batchId" -> "/catalogue/batches/" + value;
      case "companyId" -> "/assets?company=" + value;
      default -> null;
    };
  }

  private Stream<Ref> present() {
    var asset = page.getAsset();
    var model = asset.model();
    var location = asset.location();
    var container = asset.container();
    return Stream.of(
            Stream.of(asset.company()),
            Stream.ofNullable(asset.batch()),
            Stream.ofNullable(model).map(one -> new Ref(one.id(), one.name())),
            Stream.ofNullable(location).map(one -> new Ref(one.id(), one.name())),
            Stream.ofNullable(container)
                .map(one -> new Ref(one.id(), one.tag() + " " + one.name())))
        .flatMap(refs -> refs);
  }
}
