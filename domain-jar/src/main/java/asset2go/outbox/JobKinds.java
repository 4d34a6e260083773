package asset2go.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** Every kind of job that this version knows. */
@ApplicationScoped
public class JobKinds {

  private @Inject @Any Instance<JobKind> kinds;

  public Optional<JobKind> named(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findAny();
  }
}
