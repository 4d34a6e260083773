package asset2go.asset;

import static asset2go.asset.EquipmentStatus.AVAILABLE;
import static asset2go.asset.EquipmentStatus.CHECKED_OUT;
import static asset2go.asset.EquipmentStatus.DISPOSED;
import static asset2go.asset.EquipmentStatus.ORDERED;
import static asset2go.asset.EquipmentStatus.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.asset.Lifecycle.Guard;
import asset2go.asset.Lifecycle.Step;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  @Test
  void noStepStandsTwice() {
    Set<String> seen = new HashSet<>();
    assertThat(Lifecycle.steps()).allMatch(step -> seen.add(step.from() + ">" + step.to()));
  }

  @Test
  void everyStatusCanBeReachedFromAnOrder() {
    Set<EquipmentStatus> reached = EnumSet.of(ORDERED);
    boolean grew = true;
    while (grew) {
      Set<EquipmentStatus> next = EnumSet.copyOf(reached);
      reached.forEach(status -> Lifecycle.from(status).forEach(step -> next.add(step.to())));
      grew = reached.addAll(next);
    }
    assertThat(reached).containsExactlyInAnyOrder(EquipmentStatus.values());
  }

  @Test
  void whatIsDisposedOfStaysSo() {
    assertThat(Lifecycle.from(DISPOSED)).isEmpty();
  }

  @Test
  void everyOtherStatusLeadsSomewhere() {
    for (EquipmentStatus status : EnumSet.complementOf(EnumSet.of(DISPOSED))) {
      assertThat(Lifecycle.from(status)).as(status.name()).isNotEmpty();
    }
  }

  @Test
  void aCheckOutNamesACustodianAndACheckInTheCondition() {
    assertThat(Lifecycle.between(AVAILABLE, CHECKED_OUT).map(Step::guards))
        .contains(Set.of(Guard.CUSTODIAN));
    assertThat(Lifecycle.between(CHECKED_OUT, AVAILABLE).map(Step::guards))
        .contains(Set.of(Guard.CONDITION_RECORDED));
  }

  @Test
  void onlyAnAdministratorBringsBackWhatIsRetiredAndSaysWhy() {
    assertThat(Lifecycle.between(RETIRED, AVAILABLE).map(Step::guards))
        .contains(Set.of(Guard.ADMINISTRATOR, Guard.REASON));
  }
}
