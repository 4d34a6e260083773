package asset2go.job;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What an administrator may change about a schedule.
 *
 * @param pattern cron expression of five or six fields
 * @param zone such as {@code UTC} or {@code Europe/Berlin}
 */
public record JobScheduleChange(
    @NotBlank @Size(max = 100) String pattern,
    @NotBlank @Size(max = 60) String zone,
    boolean enabled) {}
