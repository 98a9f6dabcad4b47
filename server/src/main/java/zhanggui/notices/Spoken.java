package zhanggui.notices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice in the words of its reader, as far as they may read what it is about now.
 *
 * @param label what records of the list are called, or the kind of notice
 * @param list where the record stands, or the records do
 * @param record absent where there are several, none, or it is out of reach
 * @param gone whether the record is out of reach, or no more
 * @param mine whether it speaks of several records of the list that are the reader's
 */
@Schema(name = "Notice")
public record Spoken(
        UUID id,
        String kind,
        String text,
        String label,
        @Nullable String list,
        @Nullable UUID record,
        boolean gone,
        boolean mine,
        Instant at,
        boolean read) {}
