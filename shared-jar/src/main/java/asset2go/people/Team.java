package asset2go.people;

import asset2go.page.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * People who hold equipment together: a crew, a department, a class.
 *
 * @param name unique, without regard to case and accents
 * @param members how many people belong to it
 * @param version counts the changes; its ETag
 */
public record Team(String id, String name, @Nullable String notes, int members, long version)
    implements Versioned {}
