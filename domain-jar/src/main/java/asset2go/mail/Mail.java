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

  /** A letter of paragraphs and one link, in both dresses. */
  public static Mail withLink(
      String to, String name, String subject, String before, String link, String after) {
    String text = "Hello %s,%n%n%s%n%n%s%n%n%s%n".formatted(name, before, link, after);
    String html =
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
        <body>
        <p>Hello %s,</p>
        <p>%s</p>
        <p><a href="%s">%s</a></p>
        <p>%s</p>
        </body></html>
        """
            .formatted(
                escape(subject),
                escape(name),
                escape(before),
                escape(link),
                escape(link),
                escape(after));
    return new Mail(to, name, subject, text, html);
  }

  /** A letter with a list and one link, in both dresses. */
  public static Mail withList(
      String to, String name, String subject, String before, List<String> lines, String link) {
    String text =
        "Hello %s,%n%n%s%n%n%s%n%n%s%n"
            .formatted(name, before, String.join(System.lineSeparator(), lines), link);
    String html =
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
        <body>
        <p>Hello %s,</p>
        <p>%s</p>
        <ul>%s</ul>
        <p><a href="%s">%s</a></p>
        </body></html>
        """
            .formatted(
                escape(subject),
                escape(name),
                escape(before),
                lines.stream()
                    .map(line -> "<li>" + escape(line) + "</li>")
                    .collect(Collectors.joining()),
                escape(link),
                escape(link));
    return new Mail(to, name, subject, text, html);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
