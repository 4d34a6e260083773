package asset2go.json;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.Locale;

/** Writes constants as words, and reads them in either case. */
public abstract class WordAdapter<E extends Enum<E> & Word> implements JsonbAdapter<E, String> {

  private final Class<E> type;

  protected WordAdapter(Class<E> type) {
    this.type = type;
  }

  @Override
  public String adaptToJson(E constant) {
    return constant.word();
  }

  @Override
  public E adaptFromJson(String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
