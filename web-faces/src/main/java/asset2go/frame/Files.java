package asset2go.frame;

import asset2go.installation.Installation;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * Style, scripts, fonts and icons. Their addresses carry a digest of all of them, so that browsers
 * may keep them for ever and still get a new release at once; scripts that import each other by
 * relative paths stay within one release.
 */
@Named("files")
@ApplicationScoped
public class Files {
  static final String FOLDER = "/static/";

  @Inject ServletContext context;
  @Inject Installation installation;

  private String digest = "";

  @PostConstruct
  void look() {
    digest = installation.development() ? "now" : digest();
  }

  /** The address of a file. */
  public String at(String name) {
    return FOLDER + digest + "/" + name;
  }

  String currentDigest() {
    return digest;
  }

  /** While developing, files change under the same digest. */
  boolean mayBeKept(String asked) {
    return asked.equals(digest) && !installation.development();
  }

  private String digest() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      add(sha, FOLDER);
      return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
    } catch (IOException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void add(MessageDigest sha, String folder) throws IOException {
    var paths = context.getResourcePaths(folder);
    for (var path : new TreeSet<>(paths)) {
      if (path.endsWith("/")) {
        add(sha, path);
      } else {
        try (var file = context.getResourceAsStream(path)) {
          sha.update(file.readAllBytes());
        }
      }
    }
  }
}
