package asset2go.mail;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A letter.
 *
 * @param to address of the one it is for
 * @param name how they are called
 * @param subject one line
 * @param text for those who read text
 * @param html the same, dressed
 */
public record Mail(String to, String name, String subject, String text, String html) {

  /**
   * For whom a letter is.
   *
   * @param hello the words that it begins with
   */
  record Address(String to, String name, String hello) {}

  /** A letter of paragraphs and one link, in both dresses. */
  static Mail withLink(
      String language, Address who, String subject, String before, String link, String after) {
    String text = "%s%n%n%s%n%n%s%n%n%s%n".formatted(who.hello(), before, link, after);
    String html =
        """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
        <body>
        <p>%s</p>
        <p>%s</p>
        <p><a href="%s">%s</a></p>
        <p>%s</p>
        </body></html>
        """
            .formatted(
                language,
                escape(subject),
                escape(who.hello()),
                escape(before),
                escape(link),
                escape(link),
                escape(after));
    return new Mail(who.to(), who.name(), subject, text, html);
  }

  /** A letter with a list and one link, in both dresses. */
  static Mail withList(
      String language,
      Address who,
      String subject,
      String before,
      List<String> lines,
      String link) {
    String text =
        "%s%n%n%s%n%n%s%n%n%s%n"
            .formatted(who.hello(), before, String.join(System.lineSeparator(), lines), link);
    String html =
        """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
        <body>
        <p>%s</p>
        <p>%s</p>
        <ul>%s</ul>
        <p><a href="%s">%s</a></p>
        </body></html>
        """
            .formatted(
                language,
                escape(subject),
                escape(who.hello()),
                escape(before),
                lines.stream()
                    .map(line -> "<li>" + escape(line) + "</li>")
                    .collect(Collectors.joining()),
                escape(link),
                escape(link));
    return new Mail(who.to(), who.name(), subject, text, html);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
