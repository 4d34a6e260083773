package asset2go.graph;

import java.util.function.Supplier;
import org.neo4j.driver.Driver;

/**
 * The driver through which calls go. An outage replaces it: connections that were open when it
 * began may never be answered, and the driver neither gives up on them by itself nor lets anybody
 * close one that it is still opening. A driver that was replaced is closed by the last call on it.
 */
final class Connections {

  private final Supplier<Driver> connect;
  private Line current;

  Connections(Supplier<Driver> connect) {
    this.connect = connect;
    this.current = new Line(connect.get());
  }

  /** The driver to use now, to be closed by whoever uses it. */
  synchronized Line use() {
    current.users++;
    return current;
  }

  synchronized Driver driver() {
    return current.driver;
  }

  /** From now on everybody gets new connections. */
  synchronized void renew() {
    Line old = current;
    current = new Line(connect.get());
    old.retire();
  }

  synchronized void close() {
    current.driver.closeAsync();
  }

  /** One driver and how many calls are on it; closed once by each. */
  final class Line implements AutoCloseable {

    private final Driver driver;
    private int users;
    private boolean retired;

    private Line(Driver driver) {
      this.driver = driver;
    }

    Driver driver() {
      return driver;
    }

    private void retire() {
      retired = true;
      closeIfUnused();
    }

    private void closeIfUnused() {
      if (retired && users == 0) {
        driver.closeAsync();
      }
    }

    @Override
    public void close() {
      synchronized (Connections.this) {
        users--;
        closeIfUnused();
      }
    }
  }
}
