/**
 * The stores of a small or trial installation in one process: Neo4j, Redis, an S3 and an SMTP
 * server, on loopback, with their data on disk. It exists so that one command brings up a whole
 * system, and so that tests run against real stores. It stays out of every production image: Neo4j
 * is under the GPL, and none of this is meant to be scaled.
 */
@NullMarked
package asset2go.infra;

import org.jspecify.annotations.NullMarked;
