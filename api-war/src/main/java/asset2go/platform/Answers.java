package asset2go.platform;

import asset2go.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers of every answer, unless a resource has said otherwise. */
@Provider
@ApplicationScoped
public class Answers implements ContainerResponseFilter {

  private final Map<String, String> usual = new LinkedHashMap<>();
  private @Inject Settings settings;

  @PostConstruct
  void prepare() {
    usual.put("X-Content-Type-Options", "nosniff");
    usual.put("Referrer-Policy", "no-referrer");
    usual.put("X-Frame-Options", "DENY");
    usual.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    usual.put("Cache-Control", "private, no-cache");
    if (settings.apiUrl().getScheme().equals("https")) {
      usual.put("Strict-Transport-Security", "max-age=31536000");
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    usual.forEach(
        (name, value) -> {
          if (!headers.containsKey(name)) {
            headers.putSingle(name, value);
          }
        });
    RateLimits.tell(request, headers);
  }
}
