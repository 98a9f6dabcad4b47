package zhanggui.comments;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something said about a record.
 *
 * @param text as it was written, with line breaks; it calls those it speaks to by name, as {@code @李雷}
 * @param mentions whom it speaks to
 */
record Comment(
        UUID id,
        CommentPerson author,
        String text,
        List<CommentPerson> mentions,
        Instant createdAt,
        @Nullable Instant editedAt,
        int version) {
    Set<UUID> mentioned() {
        return mentions.stream().map(CommentPerson::id).collect(Collectors.toSet());
    }
}
