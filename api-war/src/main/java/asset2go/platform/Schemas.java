package asset2go.platform;

import asset2go.asset.AssetsApi;
import asset2go.catalogue.CategoriesApi;
import asset2go.catalogue.CompaniesApi;
import asset2go.catalogue.ManufacturersApi;
import asset2go.catalogue.ModelsApi;
import asset2go.dashboard.DashboardApi;
import asset2go.identity.AuthApi;
import asset2go.identity.InvitationsApi;
import asset2go.identity.MeApi;
import asset2go.identity.UsersApi;
import asset2go.importing.ImportsApi;
import asset2go.location.LocationsApi;
import asset2go.people.PeopleApi;
import asset2go.problem.Problem;
import asset2go.search.SearchApi;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Completes the OpenAPI document with what the server's scanner does not see: the components of
 * records, the parts of an upload, and that every operation may answer with a problem.
 */
public class Schemas implements OASFilter {

  private static final List<Class<?>> CONTRACT =
      List.of(
          AssetsApi.class,
          AuthApi.class,
          CategoriesApi.class,
          CompaniesApi.class,
          DashboardApi.class,
          ImportsApi.class,
          InvitationsApi.class,
          LocationsApi.class,
          ManufacturersApi.class,
          MeApi.class,
          ModelsApi.class,
          PeopleApi.class,
          SearchApi.class,
          UsersApi.class);

  @Override
  public void filterOpenAPI(OpenAPI document) {
    RecordSchemas records = new RecordSchemas();
    records.schema(Problem.class);
    records.schema(IndexResource.Index.class);
    records.schema(IndexResource.Version.class);
    for (Class<?> contract : CONTRACT) {
      for (Method method : contract.getMethods()) {
        records.schema(method.getGenericReturnType());
        for (Class<?> parameter : method.getParameterTypes()) {
          if (parameter.isRecord()) {
            records.schema(parameter);
          }
        }
      }
    }
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    records.all().forEach(document.getComponents()::addSchema);
    document.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream())
        .forEach(Schemas::complete);
  }

  private static void complete(Operation operation) {
    operation
        .getResponses()
        .addAPIResponse(
            "default",
            OASFactory.createAPIResponse()
                .description("What is wrong (RFC 9457)")
                .content(content(Problem.MEDIA_TYPE, RecordSchemas.reference("Problem"))));
    if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
      return;
    }
    MediaType upload =
        operation
            .getRequestBody()
            .getContent()
            .getMediaType(jakarta.ws.rs.core.MediaType.MULTIPART_FORM_DATA);
    if (upload != null) {
      upload.setSchema(upload());
    }
  }

  private static Schema upload() {
    return OASFactory.createSchema()
        .type(SchemaType.OBJECT)
        .properties(
            Map.of(
                "file", text().format("binary"),
                "kind",
                    text().enumeration(List.<Object>of("assets", "locations", "dependencies")),
                "dryRun", OASFactory.createSchema().type(SchemaType.BOOLEAN),
                "mapping", text().description("A JSON object: column to field")))
        .required(List.of("file", "kind"));
  }

  private static Schema text() {
    return OASFactory.createSchema().type(SchemaType.STRING);
  }

  private static Content content(String type, Schema schema) {
    return OASFactory.createContent()
        .addMediaType(type, OASFactory.createMediaType().schema(schema));
  }
}
