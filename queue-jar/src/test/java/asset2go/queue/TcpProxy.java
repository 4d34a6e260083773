package asset2go.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server of this machine, and can cut what goes through it. */
final class TcpProxy implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Any kind of door, with TLS too. */
  TcpProxy(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
    Thread.startVirtualThread(this::accept);
  }

  static TcpProxy to(int target) {
    try {
      return new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** Ends all connections; new ones are let through. */
  void cut() {
    open.forEach(TcpProxy::end);
    open.clear();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        open.add(client);
        Thread.startVirtualThread(() -> connect(client));
      } catch (IOException closed) {
        continue;
      }
    }
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(server);
      Thread.startVirtualThread(() -> copy(server, client));
      copy(client, server);
    } catch (IOException nobodyThere) {
      end(client);
    }
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      input.transferTo(output);
    } catch (IOException cut) {
      // Both ends are closed now, which is all that there is to do.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // It was to go.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      cut();
    }
  }
}
