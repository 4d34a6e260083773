package asset2go.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a POST that makes what it returns: it answers with the Location of the new thing. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Creates {

  /** 201; or 202 where a worker has yet to do it. */
  int status() default 201;
}
