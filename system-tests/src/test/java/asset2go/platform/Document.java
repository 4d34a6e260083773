package asset2go.platform;

import asset2go.running.Api;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document of the running API, as far as a test that walks it needs it. */
public record Document(JsonObject json) {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  public static Document of(Api api) {
    return new Document(api.with("Accept", "application/json").get("/openapi").expect(200).json());
  }

  /** Every method on every path. */
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    json.getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            operations.add(
                                new Operation(
                                    this,
                                    method.toUpperCase(Locale.ROOT),
                                    path,
                                    parameters(item.asJsonObject(), operation.asJsonObject()),
                                    operation.asJsonObject()));
                          }
                        }));
    return operations;
  }

  private List<JsonObject> parameters(JsonObject item, JsonObject operation) {
    List<JsonObject> all = new ArrayList<>();
    for (JsonObject holder : List.of(item, operation)) {
      JsonArray some = holder.getJsonArray("parameters");
      if (some != null) {
        some.getValuesAs(JsonObject.class).forEach(parameter -> all.add(resolve(parameter)));
      }
    }
    return all;
  }

  private JsonObject resolve(JsonObject schema) {
    String reference = schema.getString("$ref", null);
    if (reference != null) {
      return resolve(json.getValue(reference.substring(1)).asJsonObject());
    }
    for (String wrapper : List.of("allOf", "anyOf", "oneOf")) {
      JsonArray parts = schema.getJsonArray(wrapper);
      if (parts != null && !parts.isEmpty()) {
        return resolve(parts.getJsonObject(0));
      }
    }
    return schema;
  }

  /**
   * One method on one path.
   *
   * @param parameters of path, query and header
   */
  public record Operation(
      Document document, String method, String path, List<JsonObject> parameters, JsonObject json) {

    /** Whether it takes back what the whole document asks for. */
    public boolean needsNoToken() {
      return json.containsKey("security") && json.getJsonArray("security").isEmpty();
    }

    public boolean takesJson() {
      return body() != null;
    }

    public boolean takesFiles() {
      return json.containsKey("requestBody")
          && json.get("requestBody").toString().contains("multipart/form-data");
    }

    public boolean hasId() {
      return path.contains("{");
    }

    /** The path with this text in the place of every parameter. */
    public String path(String id) {
      return path.replaceAll("\\{[^}]+}", Matcher.quoteReplacement(id));
    }

    /** Names of query parameters that are numbers or switches. */
    public List<String> typedQueries() {
      return parameters.stream()
          .filter(parameter -> parameter.getString("in", "").equals("query"))
          .filter(
              parameter ->
                  Set.of("integer", "number").contains(type(parameter.getJsonObject("schema"))))
          .map(parameter -> parameter.getString("name"))
          .toList();
    }

    /** A body that keeps every rule that the document tells. */
    public JsonObject validBody() {
      JsonObject schema = body();
      JsonValue made = schema == null ? null : example(schema, "");
      return made instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** Bodies with one value of a type that it cannot have. */
    public List<JsonObject> wronglyTyped() {
      JsonObject properties = properties();
      List<JsonObject> bodies = new ArrayList<>();
      properties.forEach(
          (name, schema) -> {
            for (JsonValue wrong : wrongFor(type(schema.asJsonObject()))) {
              JsonObjectBuilder body = Json.createObjectBuilder(validBody());
              bodies.add(body.add(name, wrong).build());
            }
          });
      return bodies;
    }

    private JsonObject properties() {
      JsonObject schema = body();
      return Optional.ofNullable(schema)
          .map(document::resolve)
          .map(object -> object.getJsonObject("properties"))
          .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    private static List<JsonValue> wrongFor(String type) {
      JsonValue list = Json.createArrayBuilder().add(1).build();
      JsonValue object = Json.createObjectBuilder().add("x", 1).build();
      return switch (type) {
        case "boolean", "integer", "number" -> List.of(list, object, Json.createValue("maybe"));
        case "object" -> List.of(list, Json.createValue(7), Json.createValue("x"));
        case "array" -> List.of(object, Json.createValue(7));
        default -> List.of(list, object);
      };
    }

    private @Nullable JsonObject body() {
      JsonObject body = json.getJsonObject("requestBody");
      if (body == null) {
        return null;
      }
      JsonObject content = document.resolve(body).getJsonObject("content");
      JsonObject media = content == null ? null : content.getJsonObject("application/json");
      return media == null ? null : media.getJsonObject("schema");
    }

    private JsonValue example(JsonObject given, String name) {
      JsonObject schema = document.resolve(given);
      JsonArray values = schema.getJsonArray("enum");
      if (values != null) {
        return values.get(0);
      }
      return switch (type(schema)) {
        case "object" -> exampleObject(schema);
        case "array" -> JsonValue.EMPTY_JSON_ARRAY;
        case "boolean" -> JsonValue.FALSE;
        case "integer", "number" -> Json.createValue(1);
        default -> Json.createValue(exampleText(schema, name));
      };
    }

    private JsonObject exampleObject(JsonObject schema) {
      JsonObjectBuilder object = Json.createObjectBuilder();
      JsonArray required = schema.getJsonArray("required");
      JsonObject properties = schema.getJsonObject("properties");
      if (required != null && properties != null) {
        for (JsonString name : required.getValuesAs(JsonString.class)) {
          object.add(
              name.getString(),
              example(properties.getJsonObject(name.getString()), name.getString()));
        }
      }
      return object.build();
    }

    private static String exampleText(JsonObject schema, String name) {
      String format = schema.getString("format", "");
      if (format.equals("date")) {
        return "2026-11-23";
      }
      if (format.equals("email") || name.equals("email")) {
        return "somebody@example.test";
      }
      return "x".repeat(Math.max(12, schema.getInt("minLength", 0)));
    }

    private String type(JsonObject given) {
      JsonObject schema = document.resolve(given);
      JsonValue type = schema.get("type");
      if (type instanceof JsonArray several) {
        return several.getString(0);
      }
      return type instanceof JsonString one
          ? one.getString()
          : schema.containsKey("properties") ? "object" : "string";
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
