package asset2go.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The mails that a system has sent to one address; they are kept as files. */
public record Mailbox(Path folder, String address) {

  private static final Pattern TOKEN = Pattern.compile("[?&]token=([A-Za-z0-9_.~-]+)");

  /** That of somebody in the shared system. */
  public static Mailbox of(String address) {
    return new Mailbox(OneSystem.get().var().resolve("mail"), address);
  }

  /** The token in the link of so manieth mail, once it has arrived. */
  public String token(int number) {
    return tokenIn(letter(number));
  }

  /** What so manieth mail says, once it has arrived, as it came over the wire. */
  public String text(int number) {
    try {
      return Files.readString(letter(number), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many have arrived by now. */
  public int count() {
    return arrived().size();
  }

  private Path letter(int number) {
    return Awaitility.await("mail " + number + " to " + address)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> arrived().stream().skip(number - 1L).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  private List<Path> arrived() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> file.getFileName().toString().contains(address))
          .sorted(Comparator.comparing(Path::getFileName))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tokenIn(Path mail) {
    try {
      // Quoted-printable (RFC 2045, section 6.7), as far as a link needs it.
      String text =
          Files.readString(mail, StandardCharsets.ISO_8859_1)
              .replaceAll("=\r?\n", "")
              .replace("=3D", "=");
      Matcher link = TOKEN.matcher(text);
      if (!link.find()) {
        throw new AssertionError("No link in " + text);
      }
      return link.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
