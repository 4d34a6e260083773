package asset2go.reload;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The application in the server that runs in this process. */
final class Application {
  private static final String COLLECTION = Collection.class.getName();

  void awaitStart() throws InterruptedException, JMException {
    while (!state().equals("STARTED")) {
      Thread.sleep(200);
    }
  }

  /**
   * Has the server start it again because of these files. The MBean's own {@code restart} works
   * only once for the worker's: from then on the server waits for an end of it that never comes.
   */
  void changed(List<Path> files) throws JMException {
    var there = files.stream().filter(Files::exists).map(Path::toString).toList();
    var gone = files.stream().filter(Files::notExists).map(Path::toString).toList();
    server()
        .invoke(
            name("com.ibm.ws.kernel.filemonitor.FileNotificationMBean"),
            "notifyFileChanges",
            new Object[] {there, there, gone},
            new String[] {COLLECTION, COLLECTION, COLLECTION});
  }

  private static String state() throws JMException {
    // Whoever asks for the platform's before Liberty has named its own keeps Liberty from making
    // it.
    if (System.getProperty("javax.management.builder.initial") == null) {
      return "";
    }
    var application = name("com.ibm.websphere.application.ApplicationMBean,name=asset2go");
    return server().isRegistered(application)
        ? String.valueOf(server().getAttribute(application, "State"))
        : "";
  }

  private static ObjectName name(String service) throws JMException {
    return new ObjectName("WebSphere:service=" + service);
  }

  private static MBeanServer server() {
    return ManagementFactory.getPlatformMBeanServer();
  }
}
