package asset2go.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassportTest {
  @Test
  void aProgramNeedsNoOrigin() {
    assertThat(Passport.of("Bearer its-own", null, false)).contains(new Passport("Bearer its-own"));
  }

  @Test
  void whoSaysWhoTheyAreIsNotTakenForTheCookie() {
    assertThat(Passport.of("Bearer its-own", "cookie", false))
        .contains(new Passport("Bearer its-own"));
  }

  @Test
  void theCookieCountsFromAPageOfOurs() {
    assertThat(Passport.of(null, "cookie", true)).contains(new Passport("Bearer cookie"));
  }

  @Test
  void theCookieDoesNotCountFromElsewhere() {
    assertThat(Passport.of(null, "cookie", false)).isEmpty();
  }

  @Test
  void nobodyInParticularMayAskWhatAnybodyMay() {
    assertThat(Passport.of(null, null, false)).contains(new Passport(null));
  }
}
