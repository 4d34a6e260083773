package asset2go.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AssetQueryTest {

  @Test
  void whatAnAddressSaysIsSaidAgainInTheOrderOfAllAddresses() {
    AssetQuery asked =
        AssetQuery.of("sort=-tag&field.Colour=Blue%2C+dark&price.from=5&field.Colour=Red&q=a%26b");
    assertThat(asked.priceFrom).isEqualTo("5");
    assertThat(asked.fields).containsExactly(Map.entry("Colour", List.of("Blue, dark", "Red")));
    assertThat(asked.toString())
        .isEqualTo("q=a%26b&price.from=5&field.Colour=Blue,+dark&field.Colour=Red&sort=-tag");
    assertThat(AssetQuery.of(asked.toString()).said()).isEqualTo(asked.said());
  }

  @Test
  void severalOfOneParameterAreOneList() {
    assertThat(AssetQuery.of("status=MISSING&status=AVAILABLE,RETIRED").status)
        .isEqualTo("MISSING,AVAILABLE,RETIRED");
  }

  @Test
  void whatIsEmptyOrUnknownSaysNothing() {
    assertThat(AssetQuery.of("q=&colour=red&after=x&limit=5&query=q%3Dx").said()).isEmpty();
    assertThat(AssetQuery.knows("field.")).isFalse();
    assertThat(AssetQuery.knows("field.x.from")).isTrue();
    assertThat(AssetQuery.knows("limit")).isFalse();
  }
}
