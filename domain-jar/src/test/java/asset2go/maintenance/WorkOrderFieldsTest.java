package asset2go.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkOrderFieldsTest {

  private static final Instant NOW = Instant.parse("2026-11-28T18:00:00Z");
  private static final Actor ACTOR = Actor.system("test");

  private static WorkOrderDraft draft(
      List<CheckItem> checklist, List<PartUsed> parts, @Nullable String currency) {
    return new WorkOrderDraft(
        "a", " Oil ", null, null, null, null, null, null, checklist, parts, null, null, currency);
  }

  @Test
  void whoTickedALineOffFirstStaysNamed() {
    Instant before = NOW.minusSeconds(60);
    List<CheckItem> was =
        List.of(new CheckItem("Drain", true, "Ada", before), CheckItem.of("Fill"));
    List<CheckItem> asked =
        List.of(
            new CheckItem("Drain", true, "Mallory", NOW), new CheckItem("Fill", true, null, null));
    assertThat(WorkOrderFields.ticked(draft(asked, List.of(), null), was, ACTOR, NOW).checklist())
        .containsExactly(
            new CheckItem("Drain", true, "Ada", before),
            new CheckItem("Fill", true, "Asset2Go", NOW));
  }

  @Test
  void pricesNeedACurrency() {
    PartUsed part = new PartUsed("Filter", new BigDecimal("2"), new BigDecimal("9.90"));
    assertThatThrownBy(() -> WorkOrderFields.complete(draft(List.of(), List.of(part), null)))
        .isInstanceOf(DomainError.Invalid.class)
        .hasMessageContaining("currency");
    assertThat(WorkOrderFields.complete(draft(List.of(), List.of(part), "EUR")).title())
        .isEqualTo("Oil");
    assertThat(WorkOrderFields.total(new BigDecimal("5"), List.of(part)))
        .isEqualByComparingTo("24.80");
    assertThat(WorkOrderFields.total(null, List.of())).isNull();
  }

  @Test
  void aChecklistIsWrittenAndReadAsItWas() {
    List<CheckItem> items =
        List.of(new CheckItem("Drain \"it\"", true, "Ada", NOW), CheckItem.of("x"));
    String text = OrderLines.ofChecklist(items);
    assertThat(OrderLines.checklist(org.neo4j.driver.Values.value(text)))
        .containsExactly(items.get(0), new CheckItem("x", false, null, null));
    assertThat(OrderLines.parts(org.neo4j.driver.Values.NULL)).isEmpty();
  }
}
