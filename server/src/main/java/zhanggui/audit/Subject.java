package zhanggui.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was acted upon.
 *
 * @param type the name of the list in which it is a record, such as {@code customers}
 */
public record Subject(
        String type, @Nullable UUID id, @Nullable String name) {}
