package asset2go.proxy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The other end of an answer: somebody who asked, with as much of a container as a call needs. */
final class Asking {
  private final Map<String, String> headers =
      new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private volatile int status;
  private volatile boolean complete;
  private volatile boolean forgets;
  private volatile long end = Long.MAX_VALUE;
  private String flushed = "";
  private long count;

  /** Counts only. */
  void forgetting() {
    forgets = true;
  }

  /** Hangs up after so many bytes. */
  void goneAfter(long bytes) {
    end = bytes;
    forgets = true;
  }

  int status() {
    return status;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean isComplete() {
    return complete;
  }

  synchronized long count() {
    return count;
  }

  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  /** Waits until this has been flushed. */
  synchronized void awaitFlushed(String text) throws InterruptedException {
    while (!flushed.equals(text)) {
      wait();
    }
  }

  AsyncContext context() {
    var request =
        stub(HttpServletRequest.class, (proxy, method, arguments) -> "/api" + method.getName());
    var response = stub(HttpServletResponse.class, this::answer);
    return stub(
        AsyncContext.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getRequest" -> request;
              case "getResponse" -> response;
              case "complete" -> {
                complete = true;
                yield null;
              }
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private @Nullable Object answer(
      Object proxy, java.lang.reflect.Method method, Object[] arguments) {
    switch (method.getName()) {
      case "setStatus" -> status = (int) arguments[0];
      case "setHeader", "addHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
      case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
      case "resetBuffer" -> {}
      case "isCommitted" -> {
        return count() > 0;
      }
      case "getOutputStream" -> {
        return new Out();
      }
      default -> throw new UnsupportedOperationException(method.getName());
    }
    return null;
  }

  private static <T> T stub(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private final class Out extends ServletOutputStream {
    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      synchronized (Asking.this) {
        count += length;
        if (count > end) {
          throw new IOException("connection reset");
        }
        if (!forgets) {
          kept.write(bytes, offset, length);
        }
      }
    }

    @Override
    public void flush() {
      synchronized (Asking.this) {
        flushed = text();
        Asking.this.notifyAll();
      }
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("written by a thread");
    }
  }
}
