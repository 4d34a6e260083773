package asset2go.client;

import asset2go.installation.Installation;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Passes on what is too long to be held: it flows from the API to the browser. */
@ApplicationScoped
public class Downloads {
  @Inject Installation installation;

  private @Nullable Client client;

  @PostConstruct
  void open() {
    client =
        ClientBuilder.newBuilder()
            .connectTimeout(ApiReach.CONNECT.toMillis(), TimeUnit.MILLISECONDS)
            .readTimeout(60, TimeUnit.SECONDS)
            .register(new CallerHeaders(installation.settings().jwt().secret()))
            .build();
  }

  @PreDestroy
  void close() {
    if (client != null) {
      client.close();
    }
  }

  /** Where the answer goes, once there is one. */
  public interface Target {
    OutputStream open() throws IOException;
  }

  /**
   * Gets a path of the API.
   *
   * @param path below the API's address, without a slash in front
   * @throws ApiProblem where the API refuses
   */
  public void get(String path, String mediaType, Target target) throws IOException {
    if (client == null) {
      throw new IllegalStateException("Not open.");
    }
    var address = installation.settings().apiInternalUrl().resolve(path);
    try (Response response = client.target(address).request(mediaType).get()) {
      if (response.getStatus() >= 400) {
        throw new ProblemMapper().toThrowable(response);
      }
      try (var body = response.readEntity(InputStream.class);
          var out = target.open()) {
        body.transferTo(out);
      }
    }
  }
}
