package asset2go.acceptance;

import asset2go.asset.AssetRef;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * What was signed, on paper: wording, assets, name, strokes and the hash that the graph keeps. Text
 * is drawn by Java2D, which joins and turns letters as their script wants it, with a font of ours.
 */
final class SignedDocument {

  private static final float MARGIN = 56;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final Font FONT = font();
  private static final String NUMBER = "(-?\\d{1,9}(?:\\.\\d+)?)";
  private static final Pattern POINT = Pattern.compile("([ML]) *" + NUMBER + "[ ,]+" + NUMBER);

  private final PDDocument document = new PDDocument();
  private @Nullable PdfBoxGraphics2D sheet;
  private float y;

  private SignedDocument() {}

  static byte[] of(Acceptance acceptance) {
    SignedDocument writing = new SignedDocument();
    try (PDDocument document = writing.document) {
      writing.write(acceptance);
      writing.finish();
      document.getDocumentInformation().setTitle(acceptance.terms().title());
      document.getDocumentInformation().setSubject("SHA-256 " + acceptance.terms().hash());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Acceptance acceptance) throws IOException {
    Terms terms = acceptance.terms();
    text(terms.title(), 16);
    text("Edition " + terms.edition() + " · SHA-256 " + terms.hash(), 7);
    y += 8;
    text(terms.text(), 10);
    y += 10;
    for (AssetRef asset : acceptance.assets()) {
      text("• " + asset.tag() + "  " + asset.name(), 10);
    }
    y += 10;
    Signature signature = Objects.requireNonNull(acceptance.signature());
    draw(signature);
    text(signature.name() + " (" + acceptance.person().name() + ")", 10);
    text(acceptance.signedAt() + " · " + acceptance.id(), 7);
  }

  private void text(String text, float size) throws IOException {
    for (String paragraph : text.split("\\R", -1)) {
      if (paragraph.isBlank()) {
        y += size;
      } else {
        paragraph(paragraph, size);
      }
    }
  }

  private void paragraph(String text, float size) throws IOException {
    AttributedString words = new AttributedString(text);
    words.addAttribute(TextAttribute.FONT, FONT.deriveFont(size));
    LineBreakMeasurer lines = new LineBreakMeasurer(words.getIterator(), CONTEXT);
    while (lines.getPosition() < text.length()) {
      TextLayout line = lines.nextLayout(WIDTH);
      PdfBoxGraphics2D on = room(line.getAscent() + line.getDescent() + line.getLeading());
      float indent = line.isLeftToRight() ? 0 : WIDTH - line.getAdvance();
      line.draw(on, MARGIN + indent, y + line.getAscent());
      y += line.getAscent() + line.getDescent() + line.getLeading() + 2;
    }
  }

  /** The strokes as they were drawn, in a field of half the width. */
  private void draw(Signature signature) throws IOException {
    double scale = WIDTH / 2 / signature.width();
    float height = (float) (signature.height() * scale);
    PdfBoxGraphics2D on = room(height + 40);
    Path2D strokes = new Path2D.Double();
    Matcher points = POINT.matcher(signature.path());
    while (points.find()) {
      double x = Double.parseDouble(points.group(2));
      double down = Double.parseDouble(points.group(3));
      if (points.group(1).equals("M") || strokes.getCurrentPoint() == null) {
        strokes.moveTo(x, down);
      } else {
        strokes.lineTo(x, down);
      }
    }
    AffineTransform place = AffineTransform.getTranslateInstance(MARGIN, y);
    place.scale(scale, scale);
    on.setStroke(new BasicStroke(1));
    on.draw(place.createTransformedShape(strokes));
    y += height + 6;
  }

  /** The sheet to draw on, a new one where this much has no room any more. */
  private PdfBoxGraphics2D room(float height) throws IOException {
    PdfBoxGraphics2D on = sheet;
    if (on == null || y + height > PDRectangle.A4.getHeight() - MARGIN) {
      finish();
      on = new PdfBoxGraphics2D(document, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
      on.setColor(Color.BLACK);
      sheet = on;
      y = MARGIN;
    }
    return on;
  }

  private void finish() throws IOException {
    if (sheet == null) {
      return;
    }
    sheet.dispose();
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.drawForm(sheet.getXFormObject());
    }
    sheet = null;
  }

  private static Font font() {
    try (InputStream file = SignedDocument.class.getResourceAsStream("DejaVuSans.ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(file));
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("The font is part of the application.", e);
    }
  }
}
