package asset2go.platform;

import asset2go.identity.RoleName;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may use a resource or, closer, one of its methods. Without it everybody who is signed in may
 * read, and everybody who holds more than an auditor's role over the whole installation may change.
 * What is read is narrowed to what the caller may see by the domain.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Allow {

  /** One of these roles over the whole installation is enough. */
  RoleName[] value() default {};

  /**
   * One of the roles over any part is enough to come in: the domain asks {@link
   * asset2go.right.Rights} whether it reaches what is changed.
   */
  boolean somewhere() default false;

  /** Whoever is signed in, with or without a role. */
  boolean everybody() default false;

  /** Not for programs with an API token. */
  boolean inPerson() default false;
}
