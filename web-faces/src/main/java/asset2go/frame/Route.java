package asset2go.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An address of the web tier.
 *
 * @param pattern path whose parts in braces are parameters: {@code /assets/{id}}
 * @param view the page behind it, without its suffix
 * @param open whether one may go there without being signed in
 */
record Route(String pattern, String view, boolean open) {
  /** The parameters, where the path is an address of this route. */
  Optional<Map<String, String>> match(String path) {
    var wanted = pattern.split("/", -1);
    var given = path.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    var parameters = new LinkedHashMap<String, String>();
    for (var i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{") && given[i].matches("[A-Za-z0-9_-]{1,64}")) {
        parameters.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
