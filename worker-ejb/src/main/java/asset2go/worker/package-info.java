/**
 * The worker: one loop for each queue, which takes jobs from Redis and hands each to the processor
 * of its name. Nothing that a job does ends a loop, and neither does an outage of Redis or Neo4j.
 */
@NullMarked
package asset2go.worker;

import org.jspecify.annotations.NullMarked;
