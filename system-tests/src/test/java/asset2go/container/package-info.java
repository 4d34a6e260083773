/**
 * The images and Compose files as they are shipped, on a container engine. {@code
 * system-tests/images test} builds them and runs these; otherwise they are skipped and say so.
 */
package asset2go.container;
