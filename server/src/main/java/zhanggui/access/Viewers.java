package zhanggui.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the present rights of a person, for work that runs later on their behalf. */
public interface Viewers {
    /** Empty when the person can no longer sign in. */
    Optional<Viewer> of(UUID person, Viewer.Origin origin);

    /** Those who can sign in and hold a permission, at whatever reach. */
    Set<UUID> holding(String permission);
}
