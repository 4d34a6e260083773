package asset2go.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;

/** A file of some 50 MB on its way up, slowly enough to meet a stop. */
final class Upload implements Runnable {
  private static final int ROWS = 500;
  private static final int FILLER = 100_000;
  private static final String BOUNDARY = "asset2go-rolling";
  private static final int BYTES_A_MILLISECOND = 6_000;
  private static final String HEAD =
      """
      --%1$s
      Content-Disposition: form-data; name="kind"

      locations
      --%1$s
      Content-Disposition: form-data; name="file"; filename="rooms.csv"
      Content-Type: text/csv

      """
          .formatted(BOUNDARY);

  private final Client client;
  private final URI api;
  private final byte[] body;

  /** Rooms whose names begin with a mark, with much beside them that is ignored. */
  Upload(Client client, URI api, String mark) {
    this.client = client;
    this.api = api;
    var text = new StringBuilder(HEAD.replace("\n", "\r\n"));
    text.append("code,name,filler\n");
    var filler = "x".repeat(FILLER);
    for (int i = 0; i < ROWS; i++) {
      text.append(mark)
          .append(i)
          .append(",Room ")
          .append(i)
          .append(',')
          .append(filler)
          .append('\n');
    }
    text.append("\r\n--" + BOUNDARY + "--\r\n");
    body = text.toString().getBytes(UTF_8);
  }

  @Override
  public void run() {
    try {
      send();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private void send() throws InterruptedException {
    client.send(
        "upload of " + body.length / 1_000_000 + " MB",
        client
            .program(api.resolve("v1/imports"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY),
        "POST",
        BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(() -> new Slow(body)), body.length),
        Set.of(202));
  }

  /** Gives its bytes at the speed of a line, whatever the machine has to do besides. */
  private static final class Slow extends FilterInputStream {
    private final long began = System.nanoTime();
    private long sent;

    Slow(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = super.read(buffer, offset, length);
      sent += Math.max(0, got);
      long early = sent / BYTES_A_MILLISECOND - (System.nanoTime() - began) / 1_000_000;
      try {
        Thread.sleep(Math.max(0, early));
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
        throw (InterruptedIOException) new InterruptedIOException().initCause(over);
      }
      return got;
    }
  }
}
