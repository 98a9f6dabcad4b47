package zhanggui.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change in the words of the reader.
 *
 * @param field tells it from the other lines of its entry
 */
@Schema(name = "HistoryLine")
public record Line(
        String field,
        String label,
        @Nullable Object before,
        @Nullable Object after) {}
