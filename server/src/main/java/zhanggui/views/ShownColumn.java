package zhanggui.views;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A column as somebody likes to see it.
 *
 * @param width in pixels; as wide as its contents where absent
 * @param pin at which edge it stays while the others scroll
 */
record ShownColumn(
        @NotBlank @Size(max = 100) String key,

        @Nullable @Min(48) @Max(1200) Integer width,

        @Nullable Pin pin) {
    enum Pin {
        LEFT,
        RIGHT
    }
}
