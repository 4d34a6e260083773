package asset2go.custody;

import asset2go.asset.Holder;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Where the pages of those who have something are. */
@Named("holders")
@RequestScoped
public class Holders {

  public @Nullable String address(@Nullable Holder holder) {
    if (holder == null || holder.id().equals(Holder.HIDDEN)) {
      return null;
    }
    return switch (holder.kind()) {
          case PERSON -> "/people/";
          case TEAM -> "/teams/";
          case LOCATION -> "/locations/";
          case ASSET -> "/assets/";
        }
        + holder.id();
  }

  /** What a field's lookup gave: {@code PERSON:} and the id. */
  public static Holder parse(String chosen) {
    var colon = chosen.indexOf(':');
    return new Holder(
        Holder.Kind.valueOf(chosen.substring(0, colon)), chosen.substring(colon + 1), null);
  }
}
