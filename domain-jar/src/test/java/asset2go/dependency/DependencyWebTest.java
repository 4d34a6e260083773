package asset2go.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.dependency.Dependency.Criticality;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DependencyWebTest {

  private final DependencyWeb web = new DependencyWeb();

  private void need(String asset, String needed, Criticality criticality) {
    need(asset, needed, "POWER", criticality);
  }

  private void need(String asset, String needed, String kind, Criticality criticality) {
    web.asset(asset, true);
    web.asset(needed, true);
    web.need(asset, needed, kind, criticality);
  }

  private List<Integer> fall(String id) {
    DependencyWeb.Fall fall = web.fall(id, () -> false);
    return List.of(fall.stops(), fall.weakens());
  }

  @Test
  void whatIsNeededBadlyTakesEverythingWithIt() {
    need("server", "panel", Criticality.HIGH);
    need("service", "server", Criticality.HIGH);
    assertThat(fall("panel")).containsExactly(2, 0);
    assertThat(fall("server")).containsExactly(1, 0);
    assertThat(fall("service")).containsExactly(0, 0);
  }

  @Test
  void oneOfTwoFeedsWeakensAndBothStop() {
    need("server", "a", Criticality.MEDIUM);
    need("server", "b", Criticality.MEDIUM);
    need("service", "server", Criticality.HIGH);
    assertThat(fall("a")).containsExactly(0, 2);
    need("a", "panel", Criticality.HIGH);
    need("b", "panel", Criticality.HIGH);
    assertThat(fall("panel")).containsExactly(4, 0);
  }

  @Test
  void feedsOfDifferentKindsDoNotStandInForEachOther() {
    need("server", "a", "POWER", Criticality.MEDIUM);
    need("server", "b", "NETWORK", Criticality.MEDIUM);
    need("a", "panel", Criticality.HIGH);
    need("b", "panel", Criticality.HIGH);
    assertThat(fall("panel")).containsExactly(2, 1);
  }

  @Test
  void whatIsMetAsWeakenedFirstMayStillStop() {
    // Short and harmless on one way, long and fatal on the other.
    need("x", "top", Criticality.LOW);
    need("middle", "top", Criticality.HIGH);
    need("x", "middle", Criticality.HIGH);
    need("y", "x", Criticality.HIGH);
    assertThat(fall("top")).containsExactly(3, 0);
  }

  @Test
  void littleHarmIsNoStop() {
    need("x", "top", Criticality.LOW);
    assertThat(fall("top")).containsExactly(0, 1);
  }

  @Test
  void whatIsNotCountedIsFollowedAllTheSame() {
    web.asset("hidden", false);
    web.asset("mine", true);
    web.asset("panel", false);
    web.need("hidden", "panel", "POWER", Criticality.HIGH);
    web.need("mine", "hidden", "POWER", Criticality.HIGH);
    assertThat(fall("panel")).containsExactly(1, 0);
  }

  @Test
  void whatNeedsNothingIsAskedFirst() {
    need("server", "panel", Criticality.HIGH);
    need("panel", "feed", Criticality.HIGH);
    assertThat(web.candidates()).containsExactly("feed", "panel");
  }
}
