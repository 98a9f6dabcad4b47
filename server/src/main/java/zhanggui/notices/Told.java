package zhanggui.notices;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notices were stored: published in their transaction, for who passes them on. */
public record Told(List<One> notices) {
    /** @param record absent where there are several, or none */
    public record One(
            UUID id,
            UUID person,
            String kind,
            @Nullable String list,
            @Nullable UUID record,
            int number) {}
}
