package zhanggui.presence;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Records;
import zhanggui.problems.Refused;

/** Editing a record in company: only those who may change it say that they do, and only they hear of others. */
@Service
class Presence {
    private final PresenceStore store;
    private final Records records;

    Presence(PresenceStore store, Records records) {
        this.store = store;
        this.records = records;
    }

    /** Says that the viewer edits the record, and answers who else does. */
    @Transactional
    List<PresenceStore.Editor> editing(String list, UUID record, Viewer viewer) {
        var head = records.find(list, record, viewer).orElseThrow(Refused::notFound);
        if (!head.editable()) throw Refused.notAllowed();
        store.seen(list, record, viewer);
        return store.others(list, record, viewer.id());
    }

    @Transactional
    void gone(String list, UUID record, Viewer viewer) {
        store.gone(list, record, viewer.id());
    }
}
