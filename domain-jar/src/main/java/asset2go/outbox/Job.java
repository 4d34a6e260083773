package asset2go.outbox;

/**
 * Something for a worker to do.
 *
 * @param data JSON, an object
 * @param requestId of the request that asked for it, for the logs
 */
public record Job(JobKind kind, String data, String requestId) {}
