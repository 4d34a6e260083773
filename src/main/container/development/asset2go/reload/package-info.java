/**
 * Hot reload of a development container: compiles what was saved, within the server's own process,
 * and starts the application again with it.
 */
package asset2go.reload;
