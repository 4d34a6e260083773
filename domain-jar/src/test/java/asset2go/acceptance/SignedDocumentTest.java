package asset2go.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.asset.AssetRef;
import asset2go.asset.EquipmentStatus;
import asset2go.page.Ref;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

final class SignedDocumentTest {

  @Test
  void aLongWordingTakesSeveralSheetsInAnyScript() throws IOException {
    String text = ("Take care of it. Größe, Вес, وزن الجهاز.\n\n" + "word ".repeat(300)).repeat(5);
    try (PDDocument document = Loader.loadPDF(SignedDocument.of(acceptance(text)))) {
      assertThat(document.getNumberOfPages()).isGreaterThan(1);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Laptops");
      assertThat(document.getDocumentInformation().getSubject()).isEqualTo("SHA-256 abc");
    }
  }

  private static Acceptance acceptance(String text) {
    Instant now = Instant.parse("2026-11-28T12:00:00Z");
    return new Acceptance(
        "a1",
        Acceptance.State.SIGNED,
        new Ref("p1", "Ada"),
        new Terms(
            "t1",
            "Laptops",
            text,
            "abc",
            2,
            new TermsSubject(TermsSubject.Kind.CATEGORY, "c1", "Laptops"),
            now,
            null),
        List.of(new AssetRef("x1", "A2G-000001", "Laptop", EquipmentStatus.CHECKED_OUT)),
        now,
        now,
        new Signature("Ada L.", "M10.0,20.0L30.5,40M50 60L70 80", 600, 180),
        null,
        false);
  }
}
