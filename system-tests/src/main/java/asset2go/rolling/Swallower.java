package asset2go.rolling;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * An address that swallows packets, as one behind a firewall does: its queue of connections is full
 * and nobody takes one out, so that Linux drops whatever else knocks.
 */
public final class Swallower {
  private static final int MANY = 64;
  private static final int PATIENCE_MILLIS = 500;

  private Swallower() {}

  /** The port; says "full" when it is. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int port = Integer.parseInt(arguments[0]);
    List<Socket> kept = new ArrayList<>();
    try (var server = new ServerSocket()) {
      server.bind(new InetSocketAddress(port), 1);
      try {
        while (kept.size() < MANY) {
          var one = new Socket();
          kept.add(one);
          one.connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        }
      } catch (SocketTimeoutException full) {
        System.out.println("full");
      }
      Thread.currentThread().join();
    }
  }
}
