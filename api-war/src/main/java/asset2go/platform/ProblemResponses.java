package asset2go.platform;

import asset2go.problem.Problem;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the OpenAPI document what every operation answers when it says no. */
public class ProblemResponses implements OASFilter {

  private static final String SCHEMA = "Problem";

  @Override
  public Operation filterOperation(Operation operation) {
    APIResponse problem =
        OASFactory.createAPIResponse()
            .description("What is wrong, by RFC 9457")
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                            .schema(
                                OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA))));
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    operation.getResponses().addAPIResponse("default", problem);
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Components components = document.getComponents();
    if (components == null) {
      components = OASFactory.createComponents();
      document.setComponents(components);
    }
    Schema field =
        object(Map.of("field", text("JSON path of the field"), "message", text("What is wrong")));
    components.addSchema(
        SCHEMA,
        object(
                Map.of(
                    "type", text("Stable URI reference of the kind of problem"),
                    "title", text("The kind in a few words"),
                    "status", OASFactory.createSchema().type(Schema.SchemaType.INTEGER),
                    "detail", text("What happened this time"),
                    "instance", text("Path of the request"),
                    "requestId", text("Finds the log lines of this request"),
                    "errors", OASFactory.createSchema().type(Schema.SchemaType.ARRAY).items(field)))
            .required(List.of("type", "title", "status")));
  }

  private static Schema object(Map<String, Schema> properties) {
    return OASFactory.createSchema().type(Schema.SchemaType.OBJECT).properties(properties);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().type(Schema.SchemaType.STRING).description(description);
  }
}
