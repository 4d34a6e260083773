package asset2go.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers without a login. A bad token is refused all the same. The OpenAPI document hears of it by
 * an empty {@code SecurityRequirements} beside the {@code Path}; ErrorWalkTest compares them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Open {}
