/**
 * A BullMQ client for Java: the same queues, in the same Redis keys, moved by BullMQ's own Lua
 * scripts, so that Node producers and workers, Bull Board and every other BullMQ tool work on them
 * side by side with ours. It exists because no maintained Java client does.
 */
@NullMarked
package asset2go.queue;

import org.jspecify.annotations.NullMarked;
