package asset2go.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A worker that is connected, ours or another BullMQ client's.
 *
 * @param name as it calls itself, empty for one without a name
 * @param host that it runs on: by name for ours, otherwise the address that it comes from
 * @param concurrency how many jobs it does at a time, null where it does not say
 * @param active how many it is at
 * @param since when it connected
 */
public record JobWorker(
    String name, String host, @Nullable Integer concurrency, int active, Instant since) {}
