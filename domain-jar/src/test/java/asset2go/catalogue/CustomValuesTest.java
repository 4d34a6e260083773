package asset2go.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.asset.AssetEvent.Change;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.problem.DomainError;
import asset2go.problem.Problem.FieldError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CustomValuesTest {

  private static final FieldSet PHONE =
      new FieldSet(List.of(Fields.VOLTAGE, Fields.IMEI, Fields.PIN));

  private static final Actor TECHNICIAN = new Actor("t", "Toni", Set.of(RoleName.TECHNICIAN), "r");

  @Test
  void whatIsChangedIsCheckedAndTold() {
    CustomValues values = change(Map.of("imei", "1", "voltage", 5L), Map.of("imei", "2"));
    assertThat(values.after()).isEqualTo(Map.of("imei", "2"));
    assertThat(values.changes())
        .containsExactlyInAnyOrder(
            new Change("fields.imei", "1", "2"), new Change("fields.voltage", "5", null));
    assertThat(values.properties()).containsEntry("f_voltage", null).containsEntry("f_imei", "2");
    assertThat(values.claims()).singleElement().isEqualTo(Map.of("fieldId", "imei", "value", "2"));
  }

  @Test
  void aNumberMayBeGivenAsItsText() {
    CustomValues values = change(Map.of("imei", "1"), Map.of("imei", "1", "voltage", "5.0"));
    assertThat(values.after()).containsEntry("voltage", 5L);
    assertThat(change(values.after(), Map.of("imei", "1", "voltage", 5.0)).changes()).isEmpty();
  }

  @Test
  void aSensitiveValueStandsInNoEventAndNoSearch() {
    CustomValues values = change(Map.of("imei", "1"), Map.of("imei", "1", "pin", "4711"));
    assertThat(values.changes())
        .containsExactly(new Change("fields.pin", null, CustomField.HIDDEN));
    assertThat(values.searchTexts()).containsExactly("1");
  }

  @Test
  void aValueThatIsNotSeenIsKeptAndCannotBeGuessed() {
    Map<String, Object> before = Map.of("imei", "1", "pin", "4711");
    FieldSet seen = PHONE.seenBy(TECHNICIAN);
    assertThat(seen.of(before)).isEqualTo(Map.of("imei", "1"));
    assertThat(CustomValues.of(wish(before, seen, Map.of("imei", "2"))).after())
        .containsEntry("pin", "4711");
    for (String guess : List.of("4711", "0000")) {
      assertThat(errors(wish(before, seen, Map.of("imei", "1", "pin", guess))))
          .extracting(FieldError::code)
          .containsExactly("FIXED");
    }
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(errors(wish(Map.of("imei", "1"), PHONE, Map.of("voltage", "high", "colour", "red"))))
        .extracting(FieldError::field, FieldError::code)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("fields.colour", "NO_FIELD"),
            org.assertj.core.groups.Tuple.tuple("fields.voltage", "FORMAT"),
            org.assertj.core.groups.Tuple.tuple("fields.imei", "REQUIRED"));
  }

  @Test
  void whoLackedAValueWhenItBecameRequiredMayGoOn() {
    assertThat(change(Map.of("voltage", 5L), Map.of("voltage", 6L)).after()).hasSize(1);
    CustomValues.Wish fresh =
        new CustomValues.Wish(FieldSet.NONE, null, PHONE, PHONE, Map.of(), true, true);
    assertThat(errors(fresh)).extracting(FieldError::code).containsExactly("REQUIRED");
    CustomValues.Wish ordered =
        new CustomValues.Wish(FieldSet.NONE, null, PHONE, PHONE, Map.of(), true, false);
    assertThat(CustomValues.of(ordered).after()).isEmpty();
  }

  @Test
  void aChoiceThatWasStruckOffStaysWhereItStands() {
    CustomField colour = Fields.field("colour", FieldKind.CHOICE, false, false, false);
    FieldSet set = new FieldSet(List.of(colour));
    Map<String, Object> before = Map.of("colour", "Blue");
    assertThat(
            CustomValues.of(
                    new CustomValues.Wish(
                        set, before, set, set, new HashMap<>(before), false, true))
                .after())
        .isEqualTo(before);
  }

  @Test
  void anotherModelDropsWhatItHasNoFieldFor() {
    CustomValues values =
        CustomValues.of(
            new CustomValues.Wish(
                PHONE,
                Map.of("imei", "1", "pin", "4711"),
                new FieldSet(List.of(Fields.VOLTAGE)),
                new FieldSet(List.of(Fields.VOLTAGE)),
                Map.of("imei", "1", "pin", "4711"),
                false,
                true));
    assertThat(values.after()).isEmpty();
    assertThat(values.changes())
        .containsExactlyInAnyOrder(
            new Change("fields.imei", "1", null),
            new Change("fields.pin", CustomField.HIDDEN, null));
    assertThat(values.claims()).hasSize(1);
  }

  private static CustomValues change(
      Map<String, Object> before, Map<String, @Nullable Object> asked) {
    return CustomValues.of(wish(before, PHONE, asked));
  }

  private static CustomValues.Wish wish(
      Map<String, Object> before, FieldSet settable, Map<String, @Nullable Object> asked) {
    return new CustomValues.Wish(PHONE, before, PHONE, settable, asked, false, true);
  }

  private static List<FieldError> errors(CustomValues.Wish wish) {
    List<FieldError> errors = new java.util.ArrayList<>();
    assertThatThrownBy(() -> CustomValues.of(wish))
        .isInstanceOfSatisfying(DomainError.Invalid.class, error -> errors.addAll(error.errors()));
    return errors;
  }
}
