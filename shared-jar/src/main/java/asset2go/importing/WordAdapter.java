package asset2go.importing;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.Locale;

/** Writes constants as words, and reads them in either case. */
abstract class WordAdapter<E extends Enum<E> & Word> implements JsonbAdapter<E, String> {

  private final Class<E> type;

  WordAdapter(Class<E> type) {
    this.type = type;
  }

  @Override
  public String adaptToJson(E constant) {
    return constant.word();
  }

  @Override
  public E adaptFromJson(String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
