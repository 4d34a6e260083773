package asset2go.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import asset2go.problem.DomainError;
import asset2go.problem.Problem.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  enum Mood {
    GOOD,
    BAD
  }

  record Inner(BigDecimal price, LocalDate day) {}

  record Draft(
      String name,
      Integer count,
      boolean flag,
      Mood mood,
      Inner purchase,
      Instant at,
      List<String> tags) {}

  @Test
  void recordsComeBackAsTheyWent() {
    Draft draft =
        new Draft(
            "Gr\u00fc\u00dfe",
            7,
            true,
            Mood.BAD,
            new Inner(new BigDecimal("12.50"), LocalDate.of(2026, 11, 23)),
            Instant.parse("2026-11-23T08:00:00.123456Z"),
            List.of("a", "b"));
    assertThat(Json.read(Json.write(draft), Draft.class)).isEqualTo(draft);
  }

  @Test
  void moneyIsTextTimesAreIsoNullIsAbsentAndTheOrderIsTheRecords() {
    Draft draft =
        new Draft(
            "x",
            null,
            false,
            null,
            new Inner(new BigDecimal("1E+2"), LocalDate.EPOCH),
            Instant.EPOCH,
            null);
    assertThat(Json.write(draft))
        .isEqualTo(
            "{\"name\":\"x\",\"flag\":false,\"purchase\":{\"price\":\"1E+2\",\"day\":\"1970-01-01\"},"
                + "\"at\":\"1970-01-01T00:00:00Z\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name':5}|name|must be a text",
        "{'name':true}|name|must be a text",
        "{'name':{}}|name|must be a text",
        "{'count':'7'}|count|must be a whole number of 32 bits",
        "{'count':'x'}|count|must be a whole number of 32 bits",
        "{'count':1.5}|count|must be a whole number of 32 bits",
        "{'flag':'yes'}|flag|must be true or false",
        "{'flag':1}|flag|must be true or false",
        "{'flag':null}|flag|must be true or false",
        "{'mood':'SO_SO'}|mood|must be one of GOOD, BAD",
        "{'mood':1}|mood|must be one of GOOD, BAD",
        "{'purchase':5}|purchase|must be an object",
        "{'purchase':{'day':'tomorrow'}}|purchase.day|must be a date such as 2026-11-23",
        "{'at':'noon'}|at|must be a time such as 2026-11-23T08:00:00Z",
        "{'tags':'a'}|tags|must be a list",
        "{'tags':['a',1]}|tags[1]|must be a text",
      })
  void aValueOfTheWrongTypeIsNamed(String json, String field, String message) {
    assertThatThrownBy(() -> Json.read(json.replace('\'', '"'), Draft.class))
        .isInstanceOfSatisfying(
            DomainError.Malformed.class,
            e ->
                assertThat(e.errors())
                    .extracting(FieldError::field, FieldError::message)
                    .containsExactly(tuple(field, message)));
  }

  @Test
  void aDecimalMayBeTextButNotAnyText() {
    assertThat(Json.read("{\"price\":\"12.50\"}", Inner.class).price()).isEqualTo("12.50");
    assertThatThrownBy(() -> Json.read("{\"price\":\"a lot\"}", Inner.class))
        .hasMessageContaining("price: must be a decimal number");
  }

  @Test
  void aNumberTooLargeIsNotCutOff() {
    assertThatThrownBy(() -> Json.read("{\"count\":99999999999}", Draft.class))
        .isInstanceOf(DomainError.Malformed.class);
  }

  @Test
  void aMisspeltFieldIsNamedWithThoseThereAre() {
    assertThatThrownBy(() -> Json.read("{\"prise\":\"1\"}", Inner.class))
        .isInstanceOf(DomainError.Malformed.class)
        .hasMessageContaining("prise: is not a field here")
        .hasMessageContaining("price")
        .hasMessageContaining("day");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"name\":", "[1]", "5", "{} {}", "{\"name\":\"a\",\"name\":\"b\"}"})
  void whatIsNoSuchJsonIsMalformedNeverAFault(String json) {
    assertThatThrownBy(() -> Json.read(json, Draft.class))
        .isInstanceOf(DomainError.Malformed.class);
  }
}
