package asset2go.document;

import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.nio.charset.StandardCharsets;

/** What may be brought, told by the first bytes of a file: its name and its sender may lie. */
enum FileType {
  JPEG("image/jpeg", 5),
  PNG("image/png", 5),
  WEBP("image/webp", 5),
  PDF("application/pdf", 10);

  /** More than this is not even read. */
  static final int MOST = 10 * 1024 * 1024;

  private static final String PNG_START = "\u0089PNG\r\n\u001a\n";

  private final String mediaType;
  private final int megabytes;

  FileType(String mediaType, int megabytes) {
    this.mediaType = mediaType;
    this.megabytes = megabytes;
  }

  String mediaType() {
    return mediaType;
  }

  boolean isImage() {
    return this != PDF;
  }

  /**
   * The type of a file.
   *
   * @throws DomainError.Invalid where it is none of these, or too large for one
   */
  static FileType of(byte[] file) {
    FileType type =
        byStart(new String(file, 0, Math.min(file.length, 12), StandardCharsets.ISO_8859_1));
    if (file.length > type.megabytes * 1024 * 1024) {
      throw new DomainError.Invalid(
          "file", Fault.INVALID, "is larger than %d MiB".formatted(type.megabytes));
    }
    return type;
  }

  private static FileType byStart(String start) {
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (start.startsWith(PNG_START)) {
      return PNG;
    }
    if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
      return WEBP;
    }
    if (start.startsWith("%PDF-")) {
      return PDF;
    }
    throw new DomainError.Invalid(
        "file", Fault.FORMAT, "must be a JPEG, PNG or WebP image or a PDF");
  }
}
