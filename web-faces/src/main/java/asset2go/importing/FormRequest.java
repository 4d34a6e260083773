package asset2go.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request whose form was read already: its texts are parameters, its files are gone. */
final class FormRequest extends HttpServletRequestWrapper {
  private final Map<String, List<String>> texts;

  FormRequest(HttpServletRequest request, Map<String, List<String>> texts) {
    super(request);
    this.texts = texts;
  }

  @Override
  public @Nullable String getParameter(String name) {
    var values = getParameterValues(name);
    return values == null ? null : values[0];
  }

  /** Those of the address come first. */
  @Override
  public String @Nullable [] getParameterValues(String name) {
    var values = super.getParameterValues(name);
    var typed = texts.get(name);
    if (values == null) {
      return typed == null ? null : typed.toArray(String[]::new);
    }
    return typed == null
        ? values
        : Stream.concat(Stream.of(values), typed.stream()).toArray(String[]::new);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    var all = new LinkedHashMap<String, String[]>(super.getParameterMap());
    texts.keySet().forEach(name -> all.put(name, getParameterValues(name)));
    return Collections.unmodifiableMap(all);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }

  @Override
  public Collection<Part> getParts() {
    return List.of();
  }

  @Override
  public @Nullable Part getPart(String name) {
    return null;
  }
}
