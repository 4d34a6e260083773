package asset2go.settings;

import java.util.Locale;

/** What a server process is there for; {@link #ALL} is the three in one. */
public enum Role {
  API,
  WORKER,
  WEB,
  ALL;

  /** The role named by {@code A2G_ROLE}. */
  public static Role named(String name) {
    return valueOf(name.strip().toUpperCase(Locale.ROOT));
  }

  boolean plays(Role part) {
    return this == ALL || this == part;
  }
}
