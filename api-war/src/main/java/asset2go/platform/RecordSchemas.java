package asset2go.platform;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** The records of the contract as JSON schemas, with the constraints that they carry. */
final class RecordSchemas {

  private final Map<String, Schema> all = new LinkedHashMap<>();

  /** Every record that was met, by the name that references use. */
  Map<String, Schema> all() {
    return all;
  }

  static Schema reference(String name) {
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }

  /** How a value of this type is written. */
  Schema schema(Type type) {
    return schema(type, Map.of());
  }

  private Schema schema(Type given, Map<TypeVariable<?>, Type> bound) {
    Type type = bound.getOrDefault(given, given);
    if (type instanceof ParameterizedType parameterized) {
      return parameterized(parameterized, bound);
    }
    if (!(type instanceof Class<?> plain)) {
      return OASFactory.createSchema();
    }
    if (plain.isRecord()) {
      return record(plain.getSimpleName(), plain, Map.of());
    }
    return simple(plain);
  }

  private Schema parameterized(ParameterizedType type, Map<TypeVariable<?>, Type> bound) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      return OASFactory.createSchema().type(SchemaType.ARRAY).items(schema(arguments[0], bound));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return OASFactory.createSchema()
          .type(SchemaType.OBJECT)
          .additionalPropertiesSchema(schema(arguments[1], bound));
    }
    if (raw.isRecord() && arguments[0] instanceof Class<?> argument) {
      // The scanner's own way to name them: PageAsset.
      String name = raw.getSimpleName() + argument.getSimpleName();
      return record(name, raw, Map.of(raw.getTypeParameters()[0], argument));
    }
    return OASFactory.createSchema();
  }

  private static Schema simple(Class<?> type) {
    Schema schema = OASFactory.createSchema();
    if (type.isEnum()) {
      schema.type(SchemaType.STRING);
      for (@Nullable Object constant : type.getEnumConstants()) {
        schema.addEnumeration(String.valueOf(constant));
      }
      return schema;
    }
    if (type == boolean.class || type == Boolean.class) {
      return schema.type(SchemaType.BOOLEAN);
    }
    if (type == int.class || type == Integer.class) {
      return schema.type(SchemaType.INTEGER).format("int32");
    }
    if (type == long.class || type == Long.class) {
      return schema.type(SchemaType.INTEGER).format("int64");
    }
    if (type == double.class || type == Double.class) {
      return schema.type(SchemaType.NUMBER);
    }
    if (type == Instant.class) {
      return schema.type(SchemaType.STRING).format("date-time");
    }
    if (type == LocalDate.class) {
      return schema.type(SchemaType.STRING).format("date");
    }
    return type == String.class || type == BigDecimal.class
        ? schema.type(SchemaType.STRING)
        : schema;
  }

  private Schema record(String name, Class<?> type, Map<TypeVariable<?>, Type> bound) {
    if (!all.containsKey(name)) {
      Schema schema = OASFactory.createSchema().type(SchemaType.OBJECT);
      // Put first: a record may hold others of its kind.
      all.put(name, schema);
      for (RecordComponent component : type.getRecordComponents()) {
        Schema property = schema(component.getGenericType(), bound);
        schema.addProperty(component.getName(), constrained(property, type, component));
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          schema.addRequired(component.getName());
        }
      }
    }
    return reference(name);
  }

  /** Constraints stand on the field that the component became. */
  private static Schema constrained(Schema schema, Class<?> type, RecordComponent component) {
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> field.getName().equals(component.getName()))
        .flatMap(field -> Arrays.stream(field.getAnnotations()))
        .forEach(
            rule -> {
              switch (rule) {
                case Size size -> {
                  if (size.min() > 0) {
                    schema.minLength(size.min());
                  }
                  if (size.max() < Integer.MAX_VALUE) {
                    schema.maxLength(size.max());
                  }
                }
                case Pattern pattern -> schema.pattern(pattern.regexp());
                case Email email -> schema.format("email");
                default -> {}
              }
            });
    return schema;
  }
}
