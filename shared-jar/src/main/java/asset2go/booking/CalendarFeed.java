package asset2go.booking;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The address at which somebody's calendar program reads their bookings (iCalendar, RFC 5545).
 * Whoever knows the address can read them: it is as secret as a password, and can be revoked.
 *
 * @param createdAt when the address was made; null where there is none
 * @param address shown once, when it is made; only its hash is kept
 */
public record CalendarFeed(@Nullable Instant createdAt, @Nullable URI address) {}
