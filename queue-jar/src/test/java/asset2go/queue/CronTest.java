package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
  private static final List<String> PATTERNS =
      List.of(
          "* * * * *",
          "*/15 * * * *",
          "0 6 * * 1-5",
          "30 2 * * *",
          "0 2 * * *",
          "0 3 * * *",
          "15 1 * * *",
          "30 0 * * *",
          "0 0 * * *",
          "0 */2 * * *",
          "0 1-3 * * *",
          "*/10 2 * * *",
          "*/7 1,2 * * *",
          "5 4 1 * *",
          "0 0 29 2 *",
          "0 12 L * *",
          "0 12 * * 5L",
          "0 9 * * 1#1",
          "0 9 * * fri#5",
          "0 0 13 * 5",
          "0 0 1,15 * wed",
          "0 23 31 * *",
          "*/20 * * * * *",
          "30 45 1 * * *",
          "59 59 23 * * *",
          "0 0 1 jan,jul *",
          "0 0 * feb-apr sun",
          "0 0 * * 7",
          "0 0 * * 5-7",
          "@daily",
          "@hourly",
          "@weekly",
          "@yearly",
          "@weekends",
          "0 22-23 * * *",
          "0/30 8-18/2 ? * ?",
          "0 0 30 2 *",
          "0 0 31 4 *",
          "10",
          "5 5",
          "0 1 * 3,10,11 0",
          "0 2 8-14 3 *",
          "30 1 1-7 11 *",
          "0 0 * 9,10 *",
          "* 1 * * *",
          "* 2 * * *",
          "0,30 1,2,3 * * *",
          "45 23 * * *",
          "0 0,12 * * *");
  private static final List<String> BAD =
      List.of(
          "60 * * * *",
          "* 24 * * *",
          "* * 0 * *",
          "* * 32 * *",
          "* * * 13 *",
          "* * * * 8",
          "a b c d e",
          "1,1 * * * *",
          "*/0 * * * *",
          "5-3 * * * *",
          "* * * * L",
          "* * * * 1#6",
          "* * * * 1,2#3",
          "* * * * * * *",
          "- * * * *",
          "1,,2 * * * *",
          "0 0 * * 0,7",
          "L * * * *",
          "0 0 * foo *",
          "1/2/3 * * * *");
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe",
          "America/Sao_Paulo",
          "America/Havana",
          "Asia/Kathmandu",
          "Pacific/Apia",
          "Africa/Casablanca",
          "Atlantic/Azores",
          "Asia/Beirut",
          "Europe/Dublin");

  private record Case(String pattern, String zone, long from) {
    private String line() {
      return pattern + "|" + zone + "|" + from;
    }

    private String ours() {
      Cron cron;
      try {
        cron = new Cron(pattern);
      } catch (IllegalArgumentException bad) {
        return "bad";
      }
      Instant next = cron.next(Instant.ofEpochMilli(from), ZoneId.of(zone));
      return next == null ? "none" : "" + next.toEpochMilli();
    }
  }

  /**
   * By simulated time, over changes of clocks above all: what Node's workers would compute is what
   * ours do.
   */
  @Test
  void everyNextTimeIsTheOneThatCronParserComputes() {
    List<Case> cases = new ArrayList<>();
    Random random = new Random(42);
    for (String pattern : PATTERNS) {
      for (String zone : ZONES) {
        for (int i = 0; i < 5; i++) {
          cases.add(new Case(pattern, zone, moment(random, ZoneId.of(zone))));
        }
      }
    }
    BAD.forEach(pattern -> cases.add(new Case(pattern, "UTC", 1_700_000_000_000L)));
    List<String> theirs;
    try (Node node = new Node("cron.mjs")) {
      node.say(cases.stream().map(Case::line).toList());
      theirs = node.lines().toList();
    }
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      String ours = cases.get(i).ours();
      if (!ours.equals(theirs.get(i))) {
        differences.add(cases.get(i) + ": theirs " + theirs.get(i) + ", ours " + ours);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(theirs).hasSize(cases.size()).filteredOn("bad"::equals).hasSizeGreaterThan(15);
  }

  /**
   * By simulated time from two days before to two days after both changes of a year, one firing
   * after the other.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Havana"})
  void overBothChangesOfAYearEveryFiringIsTheOneOfCronParser(String zone) {
    List<Case> cases = new ArrayList<>();
    ZoneId rules = ZoneId.of(zone);
    Instant change = Instant.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < 2; i++) {
      change = rules.getRules().nextTransition(change).getInstant();
      for (String pattern :
          List.of(
              "0 2 * * *",
              "30 2 * * *",
              "15 1 * * *",
              "30 0-3 * * *",
              "0 * * * *",
              "*/20 1-3 * * *",
              "0 6 * * 1-5")) {
        Cron cron = new Cron(pattern);
        Instant now = change.minus(Duration.ofDays(2));
        while (now != null && now.isBefore(change.plus(Duration.ofDays(2)))) {
          cases.add(new Case(pattern, zone, now.toEpochMilli()));
          now = cron.next(now, rules);
        }
      }
    }
    List<String> theirs;
    try (Node node = new Node("cron.mjs")) {
      node.say(cases.stream().map(Case::line).toList());
      theirs = node.lines().toList();
    }
    assertThat(cases).hasSizeGreaterThan(200);
    assertThat(cases.stream().map(Case::ours).toList()).isEqualTo(theirs);
  }

  /** Three in four within a day and a half of a change of clocks. */
  private static long moment(Random random, ZoneId zone) {
    Instant any = Instant.ofEpochSecond(random.nextLong(1_262_304_000L, 1_893_456_000L));
    var change = zone.getRules().nextTransition(any);
    if (change == null || random.nextInt(4) == 0) {
      return any.toEpochMilli() + random.nextInt(2) * 123;
    }
    return change.getInstant().toEpochMilli() + random.nextLong(-130_000, 130_000) * 1_000;
  }

  @ParameterizedTest
  @CsvSource({
    // The clocks of Berlin skip 2:00 to 3:00 on 29 March 2026 and repeat it on 25 October.
    "30 2 * * *, 2026-03-28T12:00, 2026-03-29T03:30+02:00",
    "30 2 * * *, 2026-10-24T12:00, 2026-10-25T02:30+02:00",
    "30 2 * * *, 2026-10-25T02:30, 2026-10-26T02:30+01:00",
    "0 6 * * *, 2026-03-28T12:00, 2026-03-29T06:00+02:00",
    "0 6 * * *, 2026-10-24T12:00, 2026-10-25T06:00+01:00",
  })
  void whatIsDueWhenTheClocksChangeRunsOnce(String pattern, LocalDateTime from, String next) {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(new Cron(pattern).next(from.atZone(berlin).toInstant(), berlin))
        .isEqualTo(java.time.OffsetDateTime.parse(next).toInstant());
  }

  @Test
  void aScheduleTakesNoNonsense() {
    assertThatThrownBy(() -> Schedule.cron("99 * * * *", ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
