package asset2go.right;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.identity.RoleName;
import asset2go.right.Part.Kind;
import asset2go.right.Scope.Held;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

  private static final Reach SITE =
      Reach.of(Kind.LOCATION, "site", List.of("site", "room"), List.of("campus"), "firm");
  private static final Reach LAPTOPS =
      Reach.of(Kind.CATEGORY, "laptops", List.of("model"), List.of(), "");
  private static final Scope TECHNICIAN = of(new Held(RoleName.TECHNICIAN, SITE));

  private static Scope of(Held... held) {
    return Scope.of(Set.of(), List.of(held), null, null);
  }

  @Test
  void aRoleOverAllHidesNothing() {
    assertThat(Scope.EVERYTHING.asset("a")).isEqualTo("true");
    assertThat(Scope.EVERYTHING.location("l")).isEqualTo("true");
    assertThat(Scope.EVERYTHING.source("a")).isEqualTo("MATCH (a:Asset)\n");
    assertThat(Scope.of(Set.of(RoleName.MEMBER), List.of(), null, null).isEverything()).isTrue();
  }

  @Test
  void whoHasNothingSeesNothing() {
    assertThat(Scope.NOTHING.asset("a")).isEqualTo("(false)");
    assertThat(Scope.NOTHING.location("l")).isEqualTo("(false)");
    assertThat(Scope.NOTHING.company("c")).isEqualTo("(false)");
    assertThat(Scope.NOTHING.source("a")).contains("WHERE false");
  }

  @Test
  void aPartIsAskedForByWhatAnIndexKnows() {
    assertThat(TECHNICIAN.asset("a")).isEqualTo("((a.rootLocationId IN $scopePlaces0))");
    assertThat(of(new Held(RoleName.MEMBER, SITE), new Held(RoleName.MEMBER, LAPTOPS)).asset("a"))
        .isEqualTo("((a.rootLocationId IN $scopePlaces0 OR a.modelId IN $scopeModels0))");
    assertThat(TECHNICIAN.source("a")).contains("USING INDEX a:Asset(rootLocationId)");
    assertThat(TECHNICIAN.parameters()).containsEntry("scopePlaces0", Set.of("site", "room"));
  }

  @Test
  void theWayUpIsNamedButNotReached() {
    assertThat(TECHNICIAN.location("l")).contains("l.id IN $scopeAbove0");
    assertThat(TECHNICIAN.over("campus", null, "firm")).isEmpty();
    assertThat(TECHNICIAN.over("room", null, "firm")).containsExactly(RoleName.TECHNICIAN);
  }

  @Test
  void equipmentOfACategoryMayStandAnywhere() {
    Scope scope = of(new Held(RoleName.MANAGER, LAPTOPS));
    assertThat(scope.location("l")).isEqualTo("(true)");
    assertThat(scope.over("anywhere", "model", "firm")).containsExactly(RoleName.MANAGER);
    assertThat(scope.over("anywhere", null, "firm")).isEmpty();
  }

  @Test
  void aTokenLeavesTheLesserRoleInBothParts() {
    Limit limit = new Limit(RoleName.TECHNICIAN, Optional.of("laptops"));
    Scope scope = Scope.of(Set.of(RoleName.ADMIN), List.of(), limit, LAPTOPS);
    assertThat(scope.isEverything()).isFalse();
    assertThat(scope.everywhere()).isEmpty();
    assertThat(scope.over("room", "model", "firm")).containsExactly(RoleName.TECHNICIAN);
    assertThat(scope.over("room", null, "firm")).isEmpty();
    Scope both =
        Scope.of(Set.of(), List.of(new Held(RoleName.MANAGER, SITE)), limit, LAPTOPS).few();
    assertThat(both.asset("a"))
        .isEqualTo("((a.rootLocationId IN $scopePlaces0) AND (a.modelId IN $scopeModels1))");
    assertThat(both.over("room", "model", "firm")).containsExactly(RoleName.TECHNICIAN);
    assertThat(both.over("elsewhere", "model", "firm")).isEmpty();
  }

  @Test
  void anAuditorNeverChangesAnything() {
    assertThat(RoleName.ADMIN.atMost(RoleName.AUDITOR)).isEqualTo(RoleName.AUDITOR);
    assertThat(RoleName.AUDITOR.atMost(RoleName.ADMIN)).isEqualTo(RoleName.AUDITOR);
    assertThat(RoleName.MEMBER.atMost(RoleName.MANAGER)).isEqualTo(RoleName.MEMBER);
    assertThat(RoleName.ADMIN.atMost(RoleName.MANAGER)).isEqualTo(RoleName.MANAGER);
  }
}
