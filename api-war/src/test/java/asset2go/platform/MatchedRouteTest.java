package asset2go.platform;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.asset.AssetsResource;
import asset2go.asset.Transition;
import org.junit.jupiter.api.Test;

final class MatchedRouteTest {

  @Test
  void whatStandsOnTheInterfaceCounts() throws NoSuchMethodException {
    assertThat(
            MatchedRoute.template(
                AssetsResource.class,
                AssetsResource.class.getMethod(
                    "transition", String.class, String.class, Transition.class)))
        .isEqualTo("/v1/assets/{id}/transitions");
  }

  @Test
  void theRoot() throws NoSuchMethodException {
    assertThat(MatchedRoute.template(IndexResource.class, IndexResource.class.getMethod("index")))
        .isEqualTo("/");
  }
}
