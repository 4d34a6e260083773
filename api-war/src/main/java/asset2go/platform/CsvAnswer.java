package asset2go.platform;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** A list as a file: it is written while it is read, so that it may be of any length. */
public final class CsvAnswer {

  private CsvAnswer() {}

  /**
   * @param name under which a browser saves it
   */
  public static Response of(String name, StreamingOutput file) {
    return Response.ok(file)
        .type("text/csv;charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
