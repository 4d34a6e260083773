package asset2go.identity;

import asset2go.client.Recent;
import asset2go.frame.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at the page. What they may do decides which buttons are shown; whether it is done, the
 * API decides.
 */
@Named
@RequestScoped
public class Viewer {
  static final String ME = "me";

  @Inject MeApi api;
  @Inject Recent recent;
  @Inject Texts texts;

  private @Nullable User user;

  private User user() {
    if (user == null) {
      user = recent.get(ME, api::me);
    }
    return user;
  }

  public String getId() {
    return user().id();
  }

  public String getName() {
    return user().name();
  }

  public String getEmail() {
    return user().email();
  }

  public String getFirstName() {
    return getName().split(" ", 2)[0];
  }

  /** For the round badge. */
  public String getInitials() {
    return initials(getName());
  }

  /** First letters of the first and the last name. */
  public String initials(@Nullable String name) {
    var words = name == null ? new String[0] : name.trim().split("\\s+");
    return Arrays.stream(words)
        .filter(
            word ->
                !word.isEmpty() && (word.equals(words[0]) || word.equals(words[words.length - 1])))
        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
        .limit(2)
        .collect(Collectors.joining());
  }

  /** The roles in words. */
  public String getRole() {
    return Stream.concat(user().roles().stream(), granted())
        .distinct()
        .map(role -> texts.get("role." + role))
        .collect(Collectors.joining(", "));
  }

  public boolean isAdmin() {
    return user().roles().contains(RoleName.ADMIN);
  }

  /** May read who changed what, of everything. */
  public boolean isAuditor() {
    return isAdmin() || user().roles().contains(RoleName.AUDITOR);
  }

  /** Makes and changes what belongs to no part: the catalogue, people, imports. */
  public boolean isKeeper() {
    return isAdmin() || user().roles().contains(RoleName.MANAGER);
  }

  /** Makes and changes things, be it in a part only. */
  public boolean isEditor() {
    return has(RoleName.ADMIN, RoleName.MANAGER);
  }

  /** Takes equipment through its life. */
  public boolean isHandler() {
    return has(RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN);
  }

  private boolean has(RoleName... any) {
    return Stream.concat(user().roles().stream(), granted()).anyMatch(Set.of(any)::contains);
  }

  private Stream<RoleName> granted() {
    var granted = user().grantedRoles();
    return granted == null ? Stream.empty() : granted.stream();
  }
}
