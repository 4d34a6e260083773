package asset2go.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.problem.DomainError;
import org.junit.jupiter.api.Test;

class AssetSortTest {

  @Test
  void aMinusTurnsTheOrderAround() {
    assertThat(AssetSort.parse("-name").order()).isEqualTo("a.name DESC, a.id DESC");
    assertThat(AssetSort.parse("name").order()).isEqualTo("a.name, a.id");
  }

  @Test
  void onlyFieldsWithAnIndexCanBeSortedBy() {
    assertThatThrownBy(() -> AssetSort.parse("notes")).isInstanceOf(DomainError.Malformed.class);
    assertThatThrownBy(() -> AssetSort.parse("tag, a.id DELETE a"))
        .isInstanceOf(DomainError.Malformed.class);
  }

  @Test
  void aTimeInACursorMustBeATime() {
    assertThatThrownBy(() -> AssetSort.parse("createdAt").key("yesterday"))
        .isInstanceOf(DomainError.Malformed.class);
  }
}
