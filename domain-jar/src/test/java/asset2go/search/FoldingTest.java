package asset2go.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {

  @Test
  void caseMarksAndBlanksMakeNoDifference() {
    assertThat(Folding.fold("  Größe\tÉTÉ  Å ")).isEqualTo("grosse ete a");
  }

  @Test
  void otherScriptsAreKept() {
    assertThat(Folding.fold("Камера 相機")).isEqualTo("камера 相機");
  }

  @Test
  void missingPartsLeaveNoGap() {
    assertThat(Folding.join("DEV-1", null, " ", "Näme")).isEqualTo("dev-1 name");
  }

  @Test
  void everyWordIsWantedAndMayBeOnlyBegun() {
    assertThat(Folding.toLucene("Dev-0001 Cisco")).isEqualTo("+dev* +0001* +cisco*");
  }

  @Test
  void nothingIsTakenForQuerySyntax() {
    assertThat(Folding.toLucene("a*:b OR \"c\" +(d)^2 \\ ~"))
        .doesNotContainPattern("[:()\"^~\\\\]");
    assertThat(Folding.toLucene("+-&|!(){}[]^\"~*?:\\/")).isNull();
  }
}
