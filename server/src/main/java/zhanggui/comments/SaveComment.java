package zhanggui.comments;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param mentions people it speaks to
 * @param version the one it was changed on; absent for a new one
 */
record SaveComment(
        @NotBlank @Size(max = 4000) String text,
        @NotNull @Size(max = 20) List<@NotNull UUID> mentions,
        @Nullable Integer version) {
    Set<UUID> people() {
        return Set.copyOf(mentions);
    }
}
