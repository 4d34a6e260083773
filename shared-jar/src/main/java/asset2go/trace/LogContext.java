package asset2go.trace;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * What every log line of this thread carries while it is open, as {@code ext_requestId} in the JSON
 * logs. Open Liberty keeps it; elsewhere, in tests say, nothing happens.
 */
public final class LogContext implements AutoCloseable {

  private static final String REQUEST_ID = "requestId";
  private static final @Nullable MethodHandle ADD =
      find("addExtension", MethodType.methodType(void.class, String.class, String.class));
  private static final @Nullable MethodHandle REMOVE =
      find("removeExtension", MethodType.methodType(boolean.class, String.class));

  private LogContext() {}

  /** Opens it for the request of this id. */
  public static LogContext of(String requestId) {
    call(ADD, REQUEST_ID, requestId);
    return new LogContext();
  }

  @Override
  public void close() {
    call(REMOVE, REQUEST_ID);
  }

  private static @Nullable MethodHandle find(String name, MethodType type) {
    try {
      // Liberty's own interface, in no repository: looked up where it runs.
      Class<?> context = Class.forName("com.ibm.websphere.logging.hpel.LogRecordContext");
      return MethodHandles.publicLookup().findStatic(context, name, type);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static void call(@Nullable MethodHandle handle, Object... arguments) {
    if (handle == null) {
      return;
    }
    try {
      handle.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
