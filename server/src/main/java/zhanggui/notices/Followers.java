package zhanggui.notices;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who follows records of one list beside their owners, such as those who work on them too. A module declares a bean. */
public interface Followers {
    /** Records of whatever list. */
    String ANY = "*";

    /** Whose records, or {@link #ANY}. */
    String list();

    /** By record, as far as anybody follows it. */
    Map<UUID, Set<UUID>> of(Collection<UUID> records);
}
