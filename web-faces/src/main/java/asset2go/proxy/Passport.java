package asset2go.proxy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * With which right a proxied request goes on. A program's own {@code Authorization} is passed as it
 * is; no other site can make a browser send one. The sign-in cookie a browser sends by itself, so
 * it counts only where the request may change nothing or comes from a page of ours.
 *
 * @param authorization for the API; null for nobody in particular
 */
record Passport(@Nullable String authorization) {

  /** Nothing where the cookie must not be used. */
  static Optional<Passport> of(
      @Nullable String authorization, @Nullable String cookieToken, boolean fromOurPage) {
    if (authorization != null) {
      return Optional.of(new Passport(authorization));
    }
    if (cookieToken == null) {
      return Optional.of(new Passport(null));
    }
    return fromOurPage ? Optional.of(new Passport("Bearer " + cookieToken)) : Optional.empty();
  }
}
