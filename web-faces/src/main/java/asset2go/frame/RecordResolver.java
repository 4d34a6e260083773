package asset2go.frame;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code #{asset.name}} for records, which Expression Language 5 does not know yet (6 does). */
public final class RecordResolver extends ELResolver {
  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .collect(Collectors.toMap(part -> part.getName(), part -> part.getAccessor()));
        }
      };

  private static Optional<Method> accessor(@Nullable Object base, @Nullable Object property) {
    return base instanceof Record && property instanceof String name
        ? Optional.ofNullable(ACCESSORS.get(base.getClass()).get(name))
        : Optional.empty();
  }

  @Override
  public @Nullable Object getValue(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    var accessor = accessor(base, property);
    if (accessor.isEmpty()) {
      return null;
    }
    context.setPropertyResolved(base, property);
    try {
      return accessor.get().invoke(base);
    } catch (ReflectiveOperationException failed) {
      throw new ELException(failed);
    }
  }

  @Override
  public @Nullable Class<?> getType(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    accessor(base, property).ifPresent(found -> context.setPropertyResolved(base, property));
    return null;
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
    if (accessor(base, property).isPresent()) {
      throw new PropertyNotWritableException(property + " of a record");
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
    var found = accessor(base, property).isPresent();
    if (found) {
      context.setPropertyResolved(base, property);
    }
    return found;
  }

  @Override
  public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
    return base instanceof Record ? String.class : null;
  }
}
