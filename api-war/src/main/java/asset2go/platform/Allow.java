package asset2go.platform;

import asset2go.identity.RoleName;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may use a resource or, closer, one of its methods. Without it everybody who is signed in may
 * read, and everybody but auditors may change.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Allow {

  /** One of these roles is enough. */
  RoleName[] value();
}
