package zhanggui.audit;

import org.jspecify.annotations.Nullable;

/**
 * One field before and after, as people read it: names, not ids.
 *
 * @param field the column key of the subject's list
 */
public record Change(
        String field, @Nullable Object before, @Nullable Object after) {}
