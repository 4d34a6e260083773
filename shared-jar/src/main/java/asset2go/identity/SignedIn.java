package asset2go.identity;

import java.time.Instant;

/** The outcome of a sign-in: a bearer token, and until when it is good at the most. */
public record SignedIn(String token, Instant expiresAt) {

  @Override
  public String toString() {
    return "SignedIn[until " + expiresAt + "]";
  }
}
