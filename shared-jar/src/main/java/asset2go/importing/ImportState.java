package asset2go.importing;

import asset2go.json.Word;
import asset2go.json.WordAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an import run is. In JSON in lower case, as the states of jobs are. */
@Schema(
    type = SchemaType.STRING,
    enumeration = {"queued", "running", "completed", "failed", "cancelled"})
@JsonbTypeAdapter(ImportState.Json.class)
public enum ImportState implements Word {
  QUEUED,
  RUNNING,
  COMPLETED,
  FAILED,
  CANCELLED;

  /** Writes and reads the word. */
  public static final class Json extends WordAdapter<ImportState> {
    public Json() {
      super(ImportState.class);
    }
  }
}
