package asset2go.infra;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the embedded stores are to be like: the same variables as the application's, so that both
 * sides agree by themselves. Secrets come in the environment, never as arguments, which every user
 * of the machine may read.
 *
 * @param folder where everything is kept
 */
record Wanted(Path folder, Map<String, String> environment) {

  /** Variable with the address to listen on instead of the one that clients are told. */
  private static final String LISTEN = "INFRA_LISTEN";

  String text(String name) {
    var value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new CannotStart(name + " is not set.");
    }
    return value.strip();
  }

  String orElse(String name, String fallback) {
    var value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? fallback : value;
  }

  /** A secret, as it stands; empty where there is none. */
  String secret(String name) {
    return environment.getOrDefault(name, "");
  }

  /** The host that a URI names, as clients are told it. */
  String host(String name) {
    return URI.create(text(name)).getHost();
  }

  /** The address of a store whose variable holds a URI. */
  Address address(String name, int defaultPort) {
    try {
      var uri = URI.create(text(name));
      var port = uri.getPort() < 0 ? defaultPort : uri.getPort();
      if (uri.getHost() != null) {
        return listening(name, uri.getHost(), port);
      }
    } catch (IllegalArgumentException malformed) {
      // said below
    }
    throw new CannotStart(name + " is not an address.");
  }

  /** The address of a store that has a variable for its host and one for its port. */
  Address address(String hostName, String portName) {
    try {
      return listening(portName, text(hostName), Integer.parseInt(text(portName)));
    } catch (NumberFormatException malformed) {
      throw new CannotStart(portName + " is not a port.", malformed);
    }
  }

  /** On loopback, except in a container of the stores alone, whose neighbours are to reach them. */
  private Address listening(String variable, String host, int port) {
    var listen = orElse(LISTEN, "");
    return listen.isEmpty()
        ? Address.of(variable, host, port)
        : new Address(variable, listen, port);
  }
}
