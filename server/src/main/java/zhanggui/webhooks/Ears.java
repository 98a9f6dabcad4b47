package zhanggui.webhooks;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import zhanggui.audit.Change;
import zhanggui.audit.Logged;
import zhanggui.notices.Told;
import zhanggui.webhooks.Gathered.Touched;

/** Hears what is done to records and what people are told, and stores it for the endpoints that want it. */
@Component
class Ears {
    private final Wanted wanted;
    private final EventTypes types;
    private final Messages messages;

    Ears(Wanted wanted, EventTypes types, Messages messages) {
        this.wanted = wanted;
        this.types = types;
        this.messages = messages;
    }

    @EventListener
    void on(Logged logged) {
        if (wanted.isNothing() || !TransactionSynchronizationManager.isSynchronizationActive()) return;
        for (var one : logged.happened()) {
            var id = one.subject().id();
            var list = one.subject().type();
            var type = EventTypes.of(list, logged.action());
            if (id == null || !wanted.is(type) || !types.isList(list)) continue;
            Gathered.now(messages::store)
                    .add(type, list, logged.action(), new Touched(id, fields(type, one.changes())));
        }
    }

    /** Of what is new or gone, all fields are. */
    private static List<String> fields(String type, List<Change> changes) {
        return type.endsWith(".changed") ? changes.stream().map(Change::field).toList() : List.of();
    }

    @EventListener
    void on(Told told) {
        if (wanted.isNothing()) return;
        told.notices().stream()
                .filter(n -> wanted.is(EventTypes.NOTICE + n.kind()))
                .collect(Collectors.groupingBy(Told.One::kind))
                .forEach(messages::storeNotices);
    }
}
