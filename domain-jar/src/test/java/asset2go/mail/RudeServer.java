package asset2go.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that answers certain commands otherwise than politely: with a reply of the test's,
 * or by hanging up where that is empty. The end of a letter counts as a command called ".".
 */
final class RudeServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, String> replies;
  private final AtomicInteger letters = new AtomicInteger();

  RudeServer(Map<String, String> replies) {
    this.replies = replies;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many letters it has got to their ends. */
  int letters() {
    return letters.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        converse(client);
      } catch (IOException gone) {
        // the next one, then
      }
    }
  }

  private void converse(Socket client) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    say(client, "220 here");
    boolean letter = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (letter && !line.equals(".")) {
        continue;
      }
      letter = false;
      String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      if (command.equals(".")) {
        letters.incrementAndGet();
      }
      String reply = replies.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 ok");
      if (reply.isEmpty()) {
        return;
      }
      say(client, reply);
      letter = command.equals("DATA") && reply.startsWith("3");
    }
  }

  private static void say(Socket client, String reply) throws IOException {
    client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
