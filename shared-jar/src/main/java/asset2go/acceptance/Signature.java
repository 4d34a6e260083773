package asset2go.acceptance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A signature drawn on a screen.
 *
 * @param name as who signs writes it
 * @param path the strokes as SVG path data, of M and L with absolute coordinates only
 * @param width of the field that was drawn on, in the path's units: 50 to 10,000
 * @param height of it: 20 to 10,000
 */
public record Signature(
    @NotBlank @Size(max = 300) String name,
    @NotNull @Size(min = 8, max = 100_000) String path,
    @Schema(required = true) int width,
    @Schema(required = true) int height) {}
