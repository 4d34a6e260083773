package asset2go.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.maintenance.MaintenancePlan.Basis;
import asset2go.maintenance.Rhythm.Done;
import asset2go.maintenance.Rhythm.Next;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RhythmTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
  private static final Cadence MONTHLY = new Cadence(1, Cadence.Unit.MONTH, day("2026-01-31"));

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Rhythm monthly(Basis basis) {
    return new Rhythm(MONTHLY, null, basis, 7);
  }

  private static Rhythm metered(Basis basis, Double firstAt) {
    return new Rhythm(null, new MeterRule("Hours", 500.0, firstAt), basis, 0);
  }

  @Test
  void the31stStaysThe31stWhereAMonthHasOne() {
    assertThat(MONTHLY.onOrAfter(day("2026-02-01"))).isEqualTo("2026-02-28");
    assertThat(MONTHLY.after(day("2026-02-28"))).isEqualTo("2026-03-31");
    assertThat(MONTHLY.onOrAfter(day("2025-06-01"))).isEqualTo("2026-01-31");
    assertThat(MONTHLY.onOrAfter(day("2026-03-31"))).isEqualTo("2026-03-31");
  }

  @Test
  void whatWasMissedBeforeAPlanIsNotMadeUpFor() {
    assertThat(monthly(Basis.FIXED).first(TODAY, null, null).on()).isEqualTo("2026-11-30");
    Done longAgo = new Done(day("2026-02-28"), day("2026-03-02"));
    assertThat(monthly(Basis.FIXED).first(TODAY, longAgo, null).on()).isEqualTo("2026-11-30");
  }

  @Test
  void whatIsDoneEarlyIsNotDueForTheSameDayAgain() {
    Next next = monthly(Basis.FIXED).after(new Next(day("2026-11-30"), null), TODAY, null);
    assertThat(next.on()).isEqualTo("2026-12-31");
    Done early = new Done(day("2026-11-30"), TODAY);
    assertThat(monthly(Basis.FIXED).first(TODAY, early, null).on()).isEqualTo("2026-12-31");
  }

  @Test
  void whatIsDoneLateIsDueOnTheSameDaysOrSoLongAfterItWasDone() {
    Next was = new Next(day("2026-08-31"), null);
    assertThat(monthly(Basis.FIXED).after(was, TODAY, null).on()).isEqualTo("2026-11-30");
    assertThat(monthly(Basis.AFTER_COMPLETION).after(was, TODAY, null).on())
        .isEqualTo("2026-12-28");
  }

  @Test
  void aWorkOrderIsOpenedSoManyDaysBefore() {
    Rhythm rhythm = monthly(Basis.FIXED);
    assertThat(rhythm.opensOn(new Next(day("2026-11-30"), null), TODAY, null))
        .isEqualTo("2026-11-23");
  }

  @Test
  void aMeterCountsFromItsFirstReadingOrFromWhereThePlanSays() {
    assertThat(metered(Basis.FIXED, null).first(TODAY, null, null).at()).isNull();
    assertThat(metered(Basis.FIXED, null).first(TODAY, null, 120.0).at()).isEqualTo(620.0);
    Next first = metered(Basis.FIXED, 100.0).first(TODAY, null, 120.0);
    assertThat(first.at()).isEqualTo(100.0);
    assertThat(metered(Basis.FIXED, 100.0).opensOn(first, TODAY, 120.0)).isEqualTo(TODAY);
    assertThat(metered(Basis.FIXED, 100.0).opensOn(first, TODAY, 99.0)).isNull();
  }

  @Test
  void aMeterGoesOnFromWhatWasPlannedOrFromWhatItShows() {
    Next was = new Next(null, 1000.0);
    assertThat(metered(Basis.FIXED, null).after(was, TODAY, 1020.0).at()).isEqualTo(1500.0);
    assertThat(metered(Basis.FIXED, null).after(was, TODAY, 1600.0).at()).isEqualTo(2000.0);
    assertThat(metered(Basis.FIXED, null).after(was, TODAY, 900.0).at()).isEqualTo(1500.0);
    assertThat(metered(Basis.AFTER_COMPLETION, null).after(was, TODAY, 1020.0).at())
        .isEqualTo(1520.0);
  }
}
