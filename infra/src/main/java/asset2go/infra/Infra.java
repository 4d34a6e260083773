package asset2go.infra;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the stores that are named, and stops them at SIGTERM or, with {@code --stop-on-eof}, when
 * whoever started it closes its standard input or dies.
 *
 * <p>{@code java -jar asset2go-infra.jar [--stop-on-eof] FOLDER neo4j|redis|s3|smtp …}; addresses
 * and credentials come from the environment, under the application's own names ({@code NEO4J_URI},
 * {@code REDIS_PORT}, …). When all are ready one line is printed and {@code FOLDER/infra.ready} is
 * written. What keeps it from starting is said in one line; the exit status is then 1.
 */
public final class Infra {
  private static final String READY = "infra.ready";

  private final Map<Kind, Store> stores = new EnumMap<>(Kind.class);
  private final Path folder;

  /** Held open until the process ends; a field, so that it is not collected before. */
  private @Nullable FileChannel lock;

  private enum Kind {
    NEO4J(EmbeddedNeo4j::start),
    REDIS(EmbeddedRedis::start),
    S3(EmbeddedS3::start),
    SMTP(EmbeddedSmtp::start);

    @SuppressWarnings("ImmutableEnumChecker") // method references
    private final Function<Wanted, Store> starter;

    Kind(Function<Wanted, Store> starter) {
      this.starter = starter;
    }

    static Kind named(String name) {
      return Arrays.stream(values())
          .filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT)))
          .findAny()
          .orElseThrow(() -> new CannotStart("There is no store \"" + name + "\" to embed."));
    }
  }

  private Infra(Path folder) {
    this.folder = folder;
  }

  /** See the class. */
  public static void main(String[] arguments) {
    var words = new ArrayList<>(List.of(arguments));
    var stopOnEof = words.remove("--stop-on-eof");
    if (words.size() < 2) {
      System.err.println("usage: Infra [--stop-on-eof] FOLDER neo4j|redis|s3|smtp ...");
      System.exit(2);
    }
    // We stop Neo4j in an order of our own, and its log goes last.
    System.setProperty("log4j2.shutdownHookEnabled", "false");
    System.setProperty("log4j.shutdownHookEnabled", "false");
    var infra = new Infra(Path.of(words.getFirst()).toAbsolutePath());
    Runtime.getRuntime().addShutdownHook(new Thread(infra::stop, "stop"));
    try {
      infra.start(words.stream().skip(1).map(Kind::named).toList());
    } catch (CannotStart | IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    awaitEnd(stopOnEof);
    System.exit(0);
  }

  private void start(List<Kind> kinds) throws IOException {
    Files.createDirectories(folder);
    lock();
    Files.deleteIfExists(folder.resolve(READY));
    var wanted = new Wanted(folder, System.getenv());
    // Side by side: Neo4j takes as long as all others together.
    try (var threads = Executors.newFixedThreadPool(kinds.size())) {
      var starting = new EnumMap<Kind, Future<?>>(Kind.class);
      for (var kind : kinds) {
        starting.put(kind, threads.submit(() -> started(kind, kind.starter.apply(wanted))));
      }
      for (var start : starting.values()) {
        await(start);
      }
    }
    announce();
  }

  private synchronized void started(Kind kind, Store store) {
    stores.put(kind, store);
  }

  private static void await(Future<?> start) {
    try {
      start.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CannotStart reason
          ? reason
          : new CannotStart("A store does not start: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted.", e);
    }
  }

  /** Two servers on the same files would ruin them. */
  private void lock() throws IOException {
    var file = folder.resolve("infra.lock");
    lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException held) {
      // said below
    }
    throw new CannotStart("The data in " + folder + " are in use by another process.");
  }

  private void announce() throws IOException {
    var line =
        "ready pid=%d stores=%s"
            .formatted(
                ProcessHandle.current().pid(),
                String.join(",", stores.keySet().stream().map(Infra::lower).toList()));
    var unfinished = Files.writeString(folder.resolve(READY + ".new"), line + "\n");
    Files.move(unfinished, folder.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
    System.out.println(line);
  }

  private static String lower(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static void awaitEnd(boolean stopOnEof) {
    try {
      if (stopOnEof) {
        System.in.transferTo(OutputStream.nullOutputStream());
      } else {
        new CountDownLatch(1).await();
      }
    } catch (IOException closed) {
      // that is the end, too
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void stop() {
    try {
      Files.deleteIfExists(folder.resolve(READY));
    } catch (IOException e) {
      System.err.println("Cannot delete " + folder.resolve(READY));
    }
    for (var store : stores.values()) {
      try {
        store.close();
      } catch (RuntimeException e) {
        // The others are to be stopped all the same.
        System.err.println("A store did not stop cleanly: " + e);
      }
    }
  }
}
