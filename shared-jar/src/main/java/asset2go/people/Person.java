package asset2go.people;

import asset2go.page.Identified;
import org.jspecify.annotations.Nullable;

/** Somebody who may hold equipment; not everybody can sign in. */
public record Person(String id, String name, @Nullable String email, boolean signsIn)
    implements Identified {}
