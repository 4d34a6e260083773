package asset2go.stocktake;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.asset.EquipmentStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

  @ParameterizedTest
  @CsvSource({
    "true,  AVAILABLE,      true,  FOUND,       , false",
    "true,  AVAILABLE,      false, WRONG_PLACE, MOVE, true",
    "false, AVAILABLE,      false, UNEXPECTED,  MOVE, true",
    "false, AVAILABLE,      true,  UNEXPECTED,  , false",
    "false, MISSING,        true,  UNEXPECTED,  MARK_FOUND, false",
    "false, MISSING,        false, UNEXPECTED,  MARK_FOUND, true",
    "false, IN_TRANSIT,     false, UNEXPECTED,  RECEIVE, true",
    "false, ORDERED,        false, UNEXPECTED,  RECEIVE, true",
    // Where somebody has it, or is mending it, says nothing of where it belongs.
    "false, CHECKED_OUT,    false, UNEXPECTED,  , false",
    "true,  IN_MAINTENANCE, false, WRONG_PLACE, , false",
    "false, DISPOSED,       false, UNEXPECTED,  , false",
  })
  void whatFollowsFromSeeingAnAsset(
      boolean expected,
      EquipmentStatus status,
      boolean here,
      Outcome outcome,
      Correction correction,
      boolean moves) {
    assertThat(Judgement.seen(expected, status, here))
        .isEqualTo(new Judgement(outcome, correction, moves));
  }

  @Test
  void onlyWhatTheLifeCycleLetsGoMissingIsProposedAsMissing() {
    assertThat(Judgement.canBeMissing())
        .containsExactlyInAnyOrder("AVAILABLE", "CHECKED_OUT", "IN_TRANSIT");
  }

  @Test
  void whatIsAwayIsExpectedOnRequest() {
    assertThat(Judgement.expected(false)).contains("AVAILABLE").doesNotContain("CHECKED_OUT");
    assertThat(Judgement.expected(true)).contains("AVAILABLE", "CHECKED_OUT", "IN_MAINTENANCE");
    assertThat(Judgement.expected(true)).doesNotContain("MISSING", "RETIRED", "ORDERED");
  }
}
