package asset2go.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import asset2go.running.Place;
import jakarta.inject.Inject;
import java.io.File;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs inside Open Liberty: its MicroProfile Config finds our source of {@code .env} files, reads
 * it after the environment, and hands on values as they stand. Only what the server's class path
 * has is used here.
 */
@Order(Order.DEFAULT + 4)
@ExtendWith(ArquillianExtension.class)
public class ServerSettingsTest {

  static final String ENV_FILE =
      """
      NODE_ENV=production
      # a comment
      API_PORT=3500
      API_URL=https://api.example.test
      APP_URL=https://app.example.test/ # the web tier
      NEO4J_URI=bolt://graph:7687
      NEO4J_USER=neo4j
      NEO4J_PASSWORD='pa$$w${ord} # all of it'
      NEO4J_DATABASE=asset2go
      REDIS_HOST=cache
      REDIS_PORT=6379
      REDIS_PASSWORD=
      S3_ENDPOINT=http://files:9000
      S3_BUCKET=asset2go
      S3_ACCESS_KEY_ID=key
      S3_SECRET_ACCESS_KEY=secret
      S3_REGION=us-east-1
      JWT_SECRET=0123456789012345678901234567890123456789
      JWT_EXPIRES_IN=12h
      """;

  @Inject private Config config;

  @Deployment
  public static WebArchive application() {
    File target = Place.of("shared-jar", "target").toFile();
    File[] jars =
        target.listFiles((folder, name) -> name.matches("asset2go-shared-[^-]*(-SNAPSHOT)?[.]jar"));
    JavaArchive shared = ShrinkWrap.createFromZipFile(JavaArchive.class, jars[0]);
    return ShrinkWrap.create(WebArchive.class, "settings.war")
        .addAsLibrary(shared)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  @Test
  void theFileIsReadThroughTheServersConfiguration() {
    assertEquals("production", config.getValue("NODE_ENV", String.class));
    assertEquals("cache", config.getValue("REDIS_HOST", String.class));
    assertTrue(
        config.getOptionalValue("PATH", String.class).isPresent(), "the environment counts, too");
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    SettingsException refused =
        assertThrows(SettingsException.class, () -> Settings.load(config, Role.ALL));
    assertTrue(refused.getMessage().contains("VAPID_PUBLIC_KEY"), refused.getMessage());
    assertTrue(refused.getMessage().contains("VAPID_PRIVATE_KEY"), refused.getMessage());
    assertTrue(refused.getMessage().contains("NEXT_PUBLIC_API_URL"), refused.getMessage());
    assertFalse(refused.getMessage().contains("JWT_SECRET"), refused.getMessage());
    assertFalse(refused.getMessage().contains("pa$$w"), refused.getMessage());
  }

  @Test
  void aPasswordIsTakenAsItStands() {
    // Not by getValue: that would take ${ord} for an expression.
    Optional<String> password =
        StreamSupport.stream(config.getConfigSources().spliterator(), false)
            .map(source -> source.getValue("NEO4J_PASSWORD"))
            .filter(Objects::nonNull)
            .findFirst();
    assertEquals(Optional.of("pa$$w${ord} # all of it"), password);
  }
}
