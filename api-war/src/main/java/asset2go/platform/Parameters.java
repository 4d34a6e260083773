package asset2go.platform;

import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query parameters, and says which one is wrong: JAX-RS itself would call it 404. */
@Provider
@ApplicationScoped
public class Parameters implements ParamConverterProvider {

  private static final Map<Class<?>, Reader> READERS =
      Map.of(
          Integer.class, new Reader(Integer::valueOf, "a whole number"),
          int.class, new Reader(Integer::valueOf, "a whole number"),
          Long.class, new Reader(Long::valueOf, "a whole number"),
          long.class, new Reader(Long::valueOf, "a whole number"),
          Boolean.class, new Reader(Parameters::bool, "true or false"),
          boolean.class, new Reader(Parameters::bool, "true or false"),
          LocalDate.class, new Reader(LocalDate::parse, "a date such as 2026-11-23"),
          Instant.class, new Reader(Instant::parse, "a time such as 2026-11-23T08:00:00Z"));

  private record Reader(Function<String, Object> read, String wanted) {}

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type generic, Annotation[] notes) {
    String name = name(notes);
    Reader reader = type.isEnum() ? constants(type) : READERS.get(type);
    return name == null || reader == null ? null : new Converter<>(name, reader);
  }

  private static @Nullable String name(Annotation[] notes) {
    return Arrays.stream(notes)
        .filter(QueryParam.class::isInstance)
        .map(note -> ((QueryParam) note).value())
        .findAny()
        .orElse(null);
  }

  private static Reader constants(Class<?> type) {
    Map<String, Object> constants =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(String::valueOf, constant -> constant));
    return new Reader(
        text -> {
          Object constant = constants.get(text);
          if (constant == null) {
            throw new IllegalArgumentException();
          }
          return constant;
        },
        "one of "
            + Arrays.stream(type.getEnumConstants())
                .map(String::valueOf)
                .collect(Collectors.joining(", ")));
  }

  private static Object bool(String text) {
    return switch (text) {
      case "true", "" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private record Converter<T>(String name, Reader reader) implements ParamConverter<T> {

    @Override
    @SuppressWarnings("unchecked") // the reader was looked up by the type
    public @Nullable T fromString(@Nullable String text) {
      if (text == null || text.isEmpty() && !reader.wanted().startsWith("true")) {
        return null;
      }
      try {
        return (T) reader.read().apply(text.strip());
      } catch (RuntimeException e) {
        throw new DomainError.Malformed(name, "must be " + reader.wanted());
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }
}
