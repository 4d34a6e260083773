package asset2go.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** The REST API, at the root of its own host; resources are found by their {@code @Path}. */
@ApplicationPath("/")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Asset2Go",
            version = "1",
            description =
                "Equipment: what there is, where it is, who has it, what depends on it."
                    + " Errors are application/problem+json (RFC 9457)."),
    servers = @Server(url = "/"),
    security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
    securitySchemeName = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "The token of POST /v1/auth/login.")
public class Api extends Application {}
