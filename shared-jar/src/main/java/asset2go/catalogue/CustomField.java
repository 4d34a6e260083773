package asset2go.catalogue;

import asset2go.page.Ref;
import asset2go.page.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that assets of a category, and of what is below it, are described with beyond what all
 * assets have.
 *
 * @param category that it belongs to; the categories below inherit it
 * @param name unique among the fields that an asset can have
 * @param unit of a {@link FieldKind#NUMBER}, such as {@code V}
 * @param choices of a {@link FieldKind#CHOICE}
 * @param pattern regular expression that the whole of a {@link FieldKind#TEXT} matches
 * @param required an asset that is more than ordered or received has a value
 * @param unique no two assets have the same value
 * @param sensitive administrators and managers only see and set the values
 * @param filterable has an index of its own, so that lists narrowed by it are fast
 * @param used some asset has had a value: its kind and whether it is unique stay as they are
 */
public record CustomField(
    String id,
    Ref category,
    String name,
    FieldKind kind,
    @Nullable String unit,
    @Nullable List<String> choices,
    @Nullable String pattern,
    @Nullable String hint,
    boolean required,
    boolean unique,
    boolean sensitive,
    boolean filterable,
    boolean used,
    long version)
    implements Versioned {

  /** What stands in events for a value that not everybody may see. */
  public static final String HIDDEN = "•••";
}
