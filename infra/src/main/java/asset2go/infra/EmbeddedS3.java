package asset2go.infra;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;

/**
 * An S3 server over a folder. S3Proxy's jar brings versions of Jackson, Guava and Jetty that clash
 * with Neo4j's, so it lies beside the class path ({@code lib-s3}) and runs in a class loader of its
 * own.
 */
final class EmbeddedS3 implements Store {
  private static final String SERVER = "asset2go.infra.S3Server";

  private final AutoCloseable server;

  private EmbeddedS3(AutoCloseable server) {
    this.server = server;
  }

  static EmbeddedS3 start(Wanted wanted) {
    var address = wanted.address("S3_ENDPOINT", 80);
    address.requireFree();
    var key = wanted.text("S3_ACCESS_KEY_ID");
    var secret = wanted.text("S3_SECRET_ACCESS_KEY");
    try {
      var folder = Files.createDirectories(wanted.folder().resolve("s3").toAbsolutePath());
      Files.createDirectories(folder.resolve(wanted.text("S3_BUCKET")));
      var server =
          isolated()
              .loadClass(SERVER)
              .getConstructor(URI.class, Path.class, String.class, String.class)
              .newInstance(URI.create("http://" + address), folder, key, secret);
      return new EmbeddedS3((AutoCloseable) server);
    } catch (InvocationTargetException e) {
      throw new CannotStart("The S3 server does not start: " + e.getCause(), e);
    } catch (IOException | ReflectiveOperationException e) {
      throw new CannotStart("The S3 server does not start: " + e, e);
    }
  }

  /** Sees the JDK, S3Proxy's jar and our one class that speaks to it; lives as long as we do. */
  private static final class Isolated extends URLClassLoader {
    private Isolated(URL[] jars) {
      super("s3", jars, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!name.equals(SERVER)) {
        return super.findClass(name);
      }
      // Not by the path of our jar: its manifest would bring in all the jars beside it.
      try (var code = EmbeddedS3.class.getResourceAsStream("S3Server.class")) {
        var bytes = Objects.requireNonNull(code).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static ClassLoader isolated() throws IOException {
    // Its own logging is set up by these: only what is wrong.
    System.setProperty("LOG_LEVEL", "warn");
    System.setProperty("JETTY_LOG_LEVEL", "warn");
    System.setProperty(
        "logback.statusListenerClass", "ch.qos.logback.core.status.NopStatusListener");
    var folder = ours().resolveSibling("lib-s3");
    var jars = folder.toFile().listFiles(file -> file.getName().endsWith(".jar"));
    if (jars == null || jars.length == 0) {
      throw new CannotStart("The S3 server is missing from " + folder + "; build the module.");
    }
    var urls = new ArrayList<URL>();
    for (var jar : jars) {
      urls.add(jar.toURI().toURL());
    }
    return new Isolated(urls.toArray(URL[]::new));
  }

  private static Path ours() {
    try {
      return Path.of(EmbeddedS3.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (Exception e) {
      System.err.println("The S3 server did not stop cleanly: " + e);
    }
  }
}
