package asset2go.settings;

/**
 * Checks the settings of a role before its server starts: {@code env-check} in the containers. Says
 * everything that is missing or wrong, and ends with 1 then; says nothing where all is well.
 */
public final class EnvCheck {

  private EnvCheck() {}

  /** With the role's name. */
  public static void main(String[] arguments) {
    try {
      Settings.load(new Environment(), Role.named(arguments[0]));
    } catch (SettingsException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(1);
    }
  }
}
