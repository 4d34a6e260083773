package asset2go.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers without a login. A bad token is refused all the same. An empty {@code
 * SecurityRequirements} beside it says so in the OpenAPI document; ErrorWalkTest compares them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Open {}
