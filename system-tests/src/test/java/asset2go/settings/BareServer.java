package asset2go.settings;

import asset2go.running.Place;
import asset2go.running.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Lays out a server with next to nothing in it, on a free port, before Arquillian looks for it. */
public final class BareServer implements LauncherSessionListener {

  private static final String CONFIGURATION =
      """
      <server>
        <featureManager>
          <feature>servlet-6.0</feature>
          <feature>cdi-4.0</feature>
          <feature>jsonp-2.1</feature>
          <feature>mpConfig-3.1</feature>
          <feature>restfulWS-3.1</feature>
          <feature>localConnector-1.0</feature>
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="localhost" httpPort="%d" httpsPort="-1"/>
        <applicationMonitor updateTrigger="mbean"/>
        <logging consoleLogLevel="ERROR"/>
      </server>
      """;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    int port = Ports.free(1).get(0);
    Path user = Place.of("system-tests", "target", "arquillian");
    Path server = user.resolve("servers/bare");
    try {
      Files.createDirectories(server);
      Files.writeString(server.resolve("server.xml"), CONFIGURATION.formatted(port));
      Files.writeString(
          server.resolve("server.env"), "A2G_ENV_FILE=" + server.resolve("test.env") + "\n");
      Files.writeString(server.resolve("test.env"), ServerSettingsTest.ENV_FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.setProperty("asset2go.liberty.home", Place.of("ear/target/liberty/wlp").toString());
    System.setProperty("asset2go.liberty.user", user.toString());
    System.setProperty("asset2go.liberty.port", "" + port);
  }
}
