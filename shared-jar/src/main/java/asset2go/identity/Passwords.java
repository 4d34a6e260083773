package asset2go.identity;

/** How long a password is: NIST SP 800-63B, section 3.1.1.2, with room for a phrase. */
public final class Passwords {

  /** Least number of characters. */
  public static final int MIN = 10;

  /** Most characters. */
  public static final int MAX = 200;

  private Passwords() {}
}
