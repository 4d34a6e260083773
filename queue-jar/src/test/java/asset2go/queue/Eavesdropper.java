package asset2go.queue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pretends to be a Redis, writes down which commands it is given and does nothing. */
final class Eavesdropper implements AutoCloseable {
  final List<List<byte[]>> heard = new CopyOnWriteArrayList<>();
  private final ServerSocket server;

  Eavesdropper() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Thread.ofVirtual().start(this::accept);
  }

  RedisConfig config() {
    return RedisConfig.of("127.0.0.1", server.getLocalPort());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      for (; ; ) {
        List<byte[]> command = new ArrayList<>();
        int size = number(in);
        for (int i = 0; i < size; i++) {
          byte[] argument = new byte[number(in)];
          in.readFully(argument);
          in.skipBytes(2);
          command.add(argument);
        }
        heard.add(command);
        out.write(reply(new String(command.getFirst(), StandardCharsets.UTF_8)));
      }
    } catch (IOException gone) {
      // The client has heard enough.
    }
  }

  private static byte[] reply(String command) {
    String reply =
        switch (command) {
          case "EVALSHA" -> ":0\r\n";
          case "PING" -> "+PONG\r\n";
          case "EXEC", "HGETALL", "CONFIG" -> "*0\r\n";
          default -> "+OK\r\n";
        };
    return reply.getBytes(StandardCharsets.UTF_8);
  }

  /** The number in "*3" or "$11". */
  private static int number(DataInputStream in) throws IOException {
    int number = 0;
    in.readByte();
    for (int digit = in.readByte(); digit != '\r'; digit = in.readByte()) {
      number = number * 10 + digit - '0';
    }
    in.readByte();
    return number;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException alreadyClosed) {
      // It is what was wanted.
    }
  }
}
