package asset2go.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST API, at the root of its own host; resources are found by their {@code @Path}. */
@ApplicationPath("/")
public class Api extends Application {}
