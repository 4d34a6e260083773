package asset2go.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final Map<String, String> BASE =
      Map.of("name", "Drill", "serial", "S1", "notes", "", "purchase.price", "10");

  @Test
  void onlyWhatWasChangedIsSent() {
    var changes =
        new Changes(
            BASE,
            Map.of("name", " Hammer drill ", "serial", "S1", "notes", "", "purchase.price", "12"));
    assertThat(changes.patch().toString())
        .isEqualTo("{\"name\":\"Hammer drill\",\"purchase\":{\"price\":\"12\"}}");
  }

  @Test
  void anEmptiedFieldIsRemoved() {
    var changes = new Changes(Map.of("serial", "S1"), Map.of("serial", " "));
    assertThat(changes.patch().toString()).isEqualTo("{\"serial\":null}");
  }

  @Test
  void lineEndsOfBrowsersAreNoChange() {
    var changes = new Changes(Map.of("notes", "a\nb"), Map.of("notes", "a\r\nb"));
    assertThat(changes.fields()).isEmpty();
  }

  @Test
  void twoPeopleWhoChangeDifferentFieldsDoNotClash() {
    var mine =
        new Changes(
            Map.of("name", "Drill", "serial", "S1"), Map.of("name", "Hammer", "serial", "S1"));
    var theirs = Map.of("name", "Drill", "serial", "S2");
    assertThat(mine.clashes(theirs)).isEmpty();
    assertThat(mine.merged(theirs)).isEqualTo(Map.of("name", "Hammer", "serial", "S2"));
  }

  @Test
  void theSameFieldShowsBothValuesAndKeepsWhatWasTyped() {
    var mine = new Changes(Map.of("name", "Drill"), Map.of("name", "Hammer"));
    var theirs = Map.of("name", "Chisel");
    assertThat(mine.clashes(theirs)).containsExactly(new Changes.Clash("name", "Hammer", "Chisel"));
    assertThat(mine.merged(theirs)).isEqualTo(Map.of("name", "Hammer"));
  }

  @Test
  void whatTheFormWasOpenedWithSurvivesAHiddenField() {
    assertThat(Changes.read(Changes.write(BASE))).isEqualTo(BASE);
    assertThat(Changes.read(null)).isEmpty();
  }
}
