package asset2go.platform;

import asset2go.json.Word;
import asset2go.problem.DomainError;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.math.BigDecimal;

/**
 * JSON as the API reads and writes it, strictly: a number is no text, {@code 1.5} no whole number,
 * a misspelt field is an error that names the fields there are. See docs/adr for why this is not
 * JSON-B.
 */
public final class Json {

  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  private static JsonMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(words())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .withCoercionConfig(
                LogicalType.Textual,
                config -> {
                  config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                  config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                  config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
            .withConfigOverride(
                // Money is a decimal string: a number would go through somebody's double.
                BigDecimal.class,
                config -> config.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build();
    mapper
        .coercionConfigFor(BigDecimal.class)
        .setCoercion(CoercionInputShape.String, CoercionAction.TryConvert);
    return mapper;
  }

  private static SimpleModule words() {
    return new SimpleModule()
        .addSerializer(
            new StdSerializer<>(Word.class) {
              @Override
              public void serialize(Word value, JsonGenerator json, SerializerProvider provider)
                  throws IOException {
                json.writeString(value.word());
              }
            });
  }

  /**
   * Reads a body.
   *
   * @throws DomainError.Malformed with the field that is wrong
   */
  static Object read(InputStream body, Type type) throws IOException {
    try {
      Object read = MAPPER.readValue(body, MAPPER.constructType(type));
      if (read == null) {
        throw new DomainError.Malformed("The body is null.");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw JsonProblem.of(e);
    }
  }

  /**
   * Reads a text.
   *
   * @throws DomainError.Malformed with the field that is wrong
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw JsonProblem.of(e);
    }
  }

  /** The text of a value. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static void write(Object value, OutputStream body) throws IOException {
    MAPPER.writeValue(body, value);
  }
}
