package zhanggui.webhooks;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.notices.Told;
import zhanggui.webhooks.Gathered.Event;
import zhanggui.webhooks.Gathered.Touched;

/** Writes messages: ids and names of fields, never values, so that whoever gets one learns nothing by it alone. */
@Component
class Messages {
    /** Of more records there are several messages. */
    private static final int MOST_RECORDS = 500;

    private final MessageStore store;
    private final JsonMapper mapper;
    private final Clock clock;

    Messages(MessageStore store, JsonMapper mapper, Clock clock) {
        this.store = store;
        this.mapper = mapper;
        this.clock = clock;
    }

    private record Message(String type, String timestamp, Object data) {}

    private record OfRecords(String list, String action, List<Touched> records) {}

    private record OfNotices(String kind, List<OfNotice> notices) {}

    private record OfNotice(
            UUID id,
            UUID person,
            @Nullable String list,
            @Nullable UUID record,
            int number) {}

    void store(Gathered gathered) {
        gathered.all().forEach(this::store);
    }

    private void store(Event event, List<Touched> records) {
        for (int from = 0; from < records.size(); from += MOST_RECORDS) {
            var some = records.subList(from, Math.min(records.size(), from + MOST_RECORDS));
            store.add(event.type(), body(event.type(), new OfRecords(event.list(), event.action(), some)));
        }
    }

    void storeNotices(String kind, List<Told.One> told) {
        var type = EventTypes.NOTICE + kind;
        for (int from = 0; from < told.size(); from += MOST_RECORDS) {
            var some = told.subList(from, Math.min(told.size(), from + MOST_RECORDS)).stream()
                    .map(n -> new OfNotice(n.id(), n.person(), n.list(), n.record(), n.number()))
                    .toList();
            store.add(type, body(type, new OfNotices(kind, some)));
        }
    }

    /** For one endpoint alone, whatever it gets otherwise. */
    void storeTest(UUID endpoint) {
        store.addTest(endpoint, EventTypes.TEST, body(EventTypes.TEST, Map.of("endpoint", endpoint)));
    }

    private String body(String type, Object data) {
        return mapper.writeValueAsString(new Message(type, clock.instant().toString(), data));
    }
}
