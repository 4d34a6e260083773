package asset2go.csv;

import java.nio.charset.Charset;

/**
 * How a file is written.
 *
 * @param delimiter between cells
 * @param preamble lines before the header that are none of the table: Excel's {@code sep=;}
 */
public record Dialect(Charset charset, char delimiter, int preamble) {

  /** The same with another encoding. */
  public Dialect in(Charset other) {
    return new Dialect(other, delimiter, preamble);
  }
}
