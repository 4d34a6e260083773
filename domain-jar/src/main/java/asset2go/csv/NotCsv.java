package asset2go.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognises what people send under the name of a CSV file, and says what to do instead. */
final class NotCsv {

  private record Magic(byte[] begin, String message) {
    static Magic of(String message, int... bytes) {
      byte[] begin = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        begin[i] = (byte) bytes[i];
      }
      return new Magic(begin, message);
    }

    boolean begins(byte[] head) {
      if (head.length < begin.length) {
        return false;
      }
      for (int i = 0; i < begin.length; i++) {
        if (head[i] != begin[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final String ZIP = "This is a ZIP archive. Unpack it and send the CSV file in it.";
  private static final String WORKBOOK =
      "This is a workbook, not CSV. Open it in the spreadsheet and save it as \"CSV UTF-8\".";

  private static final List<Magic> MAGIC =
      List.of(
          Magic.of(WORKBOOK, 0xD0, 0xCF, 0x11, 0xE0),
          Magic.of("This is a PDF document, not CSV.", '%', 'P', 'D', 'F'),
          Magic.of("This is a gzip archive. Unpack it and send the CSV file in it.", 0x1F, 0x8B),
          Magic.of("This is a 7z archive. Unpack it and send the CSV file in it.", '7', 'z', 0xBC),
          Magic.of("This is a picture, not CSV.", 0x89, 'P', 'N', 'G'),
          Magic.of("This is a picture, not CSV.", 0xFF, 0xD8, 0xFF));

  private NotCsv() {}

  /** What the file is instead, null where it may be CSV. */
  static @Nullable String reason(byte[] head) {
    if (Magic.of(ZIP, 'P', 'K', 3, 4).begins(head)) {
      return isWorkbook(head) ? WORKBOOK : ZIP;
    }
    for (Magic magic : MAGIC) {
      if (magic.begins(head)) {
        return magic.message();
      }
    }
    return markup(head);
  }

  private static boolean isWorkbook(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.contains("xl/")
        || text.contains("[Content_Types].xml")
        || text.contains("opendocument.spreadsheet");
  }

  private static @Nullable String markup(byte[] head) {
    String text =
        new String(head, 0, Math.min(head.length, 200), StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
      return "This is a web page, not CSV: perhaps the sign-in page of where it was downloaded.";
    }
    if (text.startsWith("<?xml")) {
      return "This is XML, not CSV.";
    }
    return text.startsWith("{\"") || text.startsWith("[{") ? "This is JSON, not CSV." : null;
  }
}
