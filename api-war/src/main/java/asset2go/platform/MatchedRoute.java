package asset2go.platform;

import asset2go.figures.RequestFigures;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Remembers at which route a request has arrived, such as {@code /v1/assets/{id}}. */
@Provider
@Priority(0)
@ApplicationScoped
public class MatchedRoute implements ContainerRequestFilter {

  private static final String ATTRIBUTE = "asset2go.route";
  private static final Map<Method, String> KNOWN = new ConcurrentHashMap<>();

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    servletRequest.setAttribute(
        ATTRIBUTE,
        KNOWN.computeIfAbsent(method, known -> template(resource.getResourceClass(), known)));
  }

  /** The route of a request, {@link RequestFigures#NOWHERE} where it has met none. */
  static String of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof String route ? route : RequestFigures.NOWHERE;
  }

  /** What stands on the class, and what stands on the method or on that of its interface. */
  static String template(Class<?> type, Method method) {
    String whole = path(type.getAnnotation(Path.class)) + methodPath(type, method);
    return whole.isEmpty() ? "/" : whole;
  }

  private static String methodPath(Class<?> type, Method method) {
    return Stream.concat(Stream.of(method), declared(type, method))
        .map(found -> found.getAnnotation(Path.class))
        .filter(found -> found != null)
        .findFirst()
        .map(MatchedRoute::path)
        .orElse("");
  }

  private static Stream<Method> declared(Class<?> type, Method method) {
    return Stream.of(type.getInterfaces()).flatMap(contract -> find(contract, method).stream());
  }

  private static Optional<Method> find(Class<?> contract, Method method) {
    try {
      return Optional.of(contract.getMethod(method.getName(), method.getParameterTypes()));
    } catch (NoSuchMethodException ofAnother) {
      return Optional.empty();
    }
  }

  /** With one slash in front, none behind, and no pattern in a parameter. */
  private static String path(@Nullable Path path) {
    String bare =
        path == null
            ? ""
            : path.value().replaceAll("^/|/$", "").replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}");
    return bare.isEmpty() ? "" : "/" + bare;
  }
}
