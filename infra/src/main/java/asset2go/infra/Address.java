package asset2go.infra;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * Where an embedded store listens: on loopback and nowhere else.
 *
 * @param variable the variable that names the port, for messages
 * @param host a loopback address, literally
 */
record Address(String variable, String host, int port) {

  static Address of(String variable, String host, int port) {
    try {
      // Most clients try 127.0.0.1 for localhost, whatever a resolver says of ::1.
      var literal = host.equalsIgnoreCase("localhost") ? "127.0.0.1" : host;
      var address = InetAddress.getByName(literal);
      if (address.isLoopbackAddress()) {
        return new Address(variable, address.getHostAddress(), port);
      }
    } catch (UnknownHostException unknown) {
      // said below
    }
    throw new CannotStart(
        variable + ": the host " + host + " is not this machine's loopback; nothing to embed.");
  }

  /** Says who is wrong before a store dies of it in words of its own. */
  void requireFree() {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException taken) {
      throw new CannotStart(
          "Port " + port + " (" + variable + ") is taken by another program.", taken);
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
