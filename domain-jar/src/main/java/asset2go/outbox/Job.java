package asset2go.outbox;

/**
 * Something for a worker to do.
 *
 * @param name finds the processor
 * @param bulk goes to the queue for long work, so that it never holds up a mail
 * @param data JSON
 * @param requestId of the request that asked for it, for the logs
 */
public record Job(String name, boolean bulk, String data, String requestId) {}
