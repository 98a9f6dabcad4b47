package zhanggui.activities;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as a file has it: a new one, or one known already with what the file does not mention kept.
 *
 * @param <S> as it is stored
 */
interface Arrival<S> {
    UUID id();

    @Nullable String externalId();

    boolean isLike(S stored);
}
