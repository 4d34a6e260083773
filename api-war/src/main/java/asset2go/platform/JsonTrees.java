package asset2go.platform;

import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.NoSuchElementException;

/** Reads the objects of merge patches, and says where they are no JSON. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@ApplicationScoped
public class JsonTrees implements MessageBodyReader<JsonObject> {

  private final JsonParserFactory parsers = JsonProvider.provider().createParserFactory(Map.of());

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return type == JsonObject.class;
  }

  @Override
  public JsonObject readFrom(
      Class<JsonObject> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    try (JsonParser parser = parsers.createParser(body)) {
      if (parser.next() != JsonParser.Event.START_OBJECT) {
        throw new DomainError.Malformed("The body must be an object.");
      }
      JsonObject read = parser.getObject();
      if (parser.hasNext()) { // and throws at what is no token
        throw new DomainError.Malformed("The body goes on after its end.");
      }
      return read;
    } catch (NoSuchElementException e) {
      throw new DomainError.Malformed("The body is empty.");
    } catch (JsonParsingException e) {
      throw new DomainError.Malformed(
          "The body is not valid JSON: line %d, column %d."
              .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()));
    } catch (JsonException e) {
      throw new DomainError.Malformed("The body is not valid JSON.");
    }
  }
}
