package asset2go.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * An answer that was given, to be given again.
 *
 * @param status of HTTP
 * @param type media type of the body
 * @param body empty where there was none
 */
public record KeptAnswer(
    int status,
    @Nullable String type,
    @Nullable String location,
    @Nullable String etag,
    String body) {}
