package asset2go.importing;

import asset2go.json.Word;
import asset2go.json.WordAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the rows of an import are. In JSON in lower case, as people type it into a form. */
@Schema(
    type = SchemaType.STRING,
    enumeration = {"assets", "locations", "dependencies", "kits"})
@JsonbTypeAdapter(ImportKind.Json.class)
public enum ImportKind implements Word {
  ASSETS,
  LOCATIONS,
  DEPENDENCIES,
  KITS;

  /** Writes and reads the word. */
  public static final class Json extends WordAdapter<ImportKind> {
    public Json() {
      super(ImportKind.class);
    }
  }
}
