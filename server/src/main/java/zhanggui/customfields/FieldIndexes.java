package zhanggui.customfields;

import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import zhanggui.database.LiveIndexes;

/** The indexes of custom fields marked filterable, each on the very expression by which its column reads the value. */
@Component
class FieldIndexes {
    private static final Logger log = LoggerFactory.getLogger(FieldIndexes.class);
    private final FieldStore store;
    private final FieldHosts hosts;
    private final LiveIndexes indexes;

    FieldIndexes(FieldStore store, FieldHosts hosts, LiveIndexes indexes) {
        this.store = store;
        this.hosts = hosts;
        this.indexes = indexes;
    }

    void make(String type, CustomField field) throws SQLException {
        indexes.create(schema(type), name(field.id()), table(type).getName() + on(field));
    }

    void drop(String type, UUID field) throws SQLException {
        indexes.drop(schema(type), name(field));
    }

    /** What a restored backup does not bring along, and what a server that died left half-made, is made while it serves. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        Thread.ofVirtual().name("field-indexes").start(this::makeMissing);
    }

    void makeMissing() {
        try {
            for (var type : hosts.types()) {
                for (var field : store.of(type)) if (Definitions.isIndexed(field)) make(type, field);
            }
        } catch (SQLException | RuntimeException e) {
            log.warn("an index of a custom field could not be made: {}", e.getMessage());
        }
    }

    private Table<?> table(String type) {
        return Objects.requireNonNull(hosts.get(type).custom().getTable());
    }

    private String schema(String type) {
        return Objects.requireNonNull(table(type).getSchema()).getName();
    }

    static String name(UUID field) {
        return "custom_" + field.toString().replace("-", "");
    }

    /** As {@link FieldColumns} reads the value, so that PostgreSQL knows the one in the other; codes are plain words. */
    private static String on(CustomField f) {
        var text = "(custom ->> '" + f.code() + "')";
        return switch (f.type()) {
            case TEXT, LONG_TEXT, LINK, CHOICE -> " (" + text + ", id)";
            case NUMBER, MONEY -> " ((" + text + "::numeric), id)";
            case DATE -> " (public.custom_day" + text + ", id)";
            case PERSON, UNIT -> " ((" + text + "::uuid), id)";
            case FLAG -> " ((" + text + "::boolean), id)";
            case FORMULA -> throw new IllegalArgumentException(f.key());
            case CHOICES -> " using gin (public.custom_words(custom -> '" + f.code() + "'))";
        };
    }
}
