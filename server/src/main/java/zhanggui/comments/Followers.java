package zhanggui.comments;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wants to be told of a record. Whether they may still read it, {@link zhanggui.audit.Records} knows. */
@Component
@Transactional
public class Followers {
    private final FollowerStore store;

    Followers(FollowerStore store) {
        this.store = store;
    }

    /** @param list the name of the list in which the record stands */
    @Transactional(readOnly = true)
    public Set<UUID> of(String list, UUID record) {
        return store.of(list, record);
    }

    /** Somebody has to do with a record from now on, and has not said otherwise. */
    public void add(String list, UUID record, UUID person) {
        store.add(list, record, person);
    }
}
