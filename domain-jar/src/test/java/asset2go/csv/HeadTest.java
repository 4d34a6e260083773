package asset2go.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.problem.DomainError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadTest {

  private static final Set<String> KNOWN = Set.of("tag", "name", "serial");
  private static final String GERMAN =
      "Inventarnummer;Bezeichnung\r\nA-1;Prüfgerät für Öl, weiß\r\n";

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheDelimiter(String delimiter) {
    Head head = head("tag%sname\nA-1%s\"x, y; z\"\n".replace("%s", delimiter));
    assertThat(head.dialect().delimiter()).isEqualTo(delimiter.charAt(0));
    assertThat(head.header()).containsExactly("tag", "name");
    assertThat(head.sample().get(0).cells()).containsExactly("A-1", "x, y; z");
  }

  @Test
  void takesOneColumnForOne() {
    assertThat(head("name\nLamp, large\n").header()).containsExactly("name");
  }

  @Test
  void obeysExcelsHint() {
    Head head = head("sep=;\r\ntag;name\r\nA;B\r\n");
    assertThat(head.header()).containsExactly("tag", "name");
    assertThat(head.sample().get(0).line()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void findsTheEncoding(String name) {
    Charset charset = Charset.forName(name);
    String mark = name.startsWith("UTF") ? "\uFEFF" : "";
    Head head = head((mark + GERMAN).getBytes(charset));
    assertThat(head.dialect().charset()).isEqualTo(charset);
    assertThat(head.header().get(0)).isEqualTo("Inventarnummer");
    assertThat(head.sample().get(0).cell(1)).isEqualTo("Prüfgerät für Öl, weiß");
    assertThat(head.warnings()).hasSize(name.startsWith("UTF") ? 0 : 1);
  }

  @Test
  void aFewUmlautsInMuchTextAreNotGreek() {
    String text = "tag,name\n" + "A-1,Lamp\n".repeat(9000) + "A-2,Größe\n";
    CharsetGuess guess = new CharsetGuess();
    byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
    guess.feed(bytes, 0, bytes.length);
    assertThat(guess.best(true)).isEqualTo(Charset.forName("windows-1252"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "Shift_JIS", "GB18030"})
  void findsOtherAlphabets(String name) {
    String words =
        switch (name) {
          case "windows-1251" -> "Измерительный прибор, Лаборатория, Переносной компьютер, Принтер";
          case "Shift_JIS" -> "測定器、ノートパソコン、これはラボの機器です。プリンターとカメラ";
          default -> "测量仪器、笔记本电脑、实验室的设备、打印机和照相机，这是我们的资产";
        };
    Charset charset = Charset.forName(name);
    byte[] bytes = ("tag;name\n" + ("A-1;" + words + "\n").repeat(20)).getBytes(charset);
    assertThat(head(bytes).sample().get(0).cell(1)).isEqualTo(words);
  }

  @Test
  void findsUtf16WithoutAMark() {
    assertThat(head(GERMAN.getBytes(StandardCharsets.UTF_16LE)).dialect().charset())
        .isEqualTo(StandardCharsets.UTF_16LE);
  }

  @Test
  void leavesTheEncodingOpenWhereTheHeadDoesNotShowIt() {
    assertThat(head("tag,name\nA,B\n").settled()).isFalse();
    assertThat(head("tag,name\nA,Ö\n").settled()).isTrue();
  }

  @Test
  void refusesAnEmptyFile() {
    assertRefused(new byte[0], "empty");
    assertRefused("\n \n".getBytes(StandardCharsets.UTF_8), "empty");
  }

  @Test
  void refusesAHeaderWithoutRows() {
    assertRefused("tag,name\n\n,\n".getBytes(StandardCharsets.UTF_8), "no rows");
  }

  @Test
  void refusesAColumnThatStandsTwice() {
    assertRefused("tag,name,Name\n1,2,3\n".getBytes(StandardCharsets.UTF_8), "Name");
  }

  @Test
  void refusesBinaryData() {
    assertRefused("tag,name\nA,\0B\n".getBytes(StandardCharsets.UTF_8), "NUL");
  }

  @Test
  void refusesAQuoteThatIsNeverClosed() {
    assertRefused("tag,name\nA,B\nC,\"D\nE,F\n".getBytes(StandardCharsets.UTF_8), "line 3");
  }

  @Test
  void saysWhatAnArchiveOrAWorkbookIs() throws IOException {
    assertRefused(zip("assets.csv"), "ZIP");
    assertRefused(zip("xl/workbook.xml"), "workbook");
    assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, "workbook");
    assertRefused("<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8), "web page");
    assertRefused("{\"tag\": 1}".getBytes(StandardCharsets.UTF_8), "JSON");
  }

  private static byte[] zip(String entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(1);
    }
    return bytes.toByteArray();
  }

  private static void assertRefused(byte[] file, String word) {
    assertThatThrownBy(() -> head(file))
        .isInstanceOf(DomainError.Invalid.class)
        .hasMessageContaining(word);
  }

  private static Head head(String text) {
    return head(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Head head(byte[] bytes) {
    try {
      return Head.of(Head.Bytes.read(new ByteArrayInputStream(bytes)), KNOWN::contains);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
