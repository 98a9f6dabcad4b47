package zhanggui.audit;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static zhanggui.audit.db.Tables.ENTRY;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zhanggui.access.Viewer;

/**
 * Takes out of the log what is told of somebody who is to be forgotten, and attests in the log what it made of which
 * entries. When something happened, by whom and to which record, stays, and so does which fields it concerned.
 */
@Service
@Transactional
public class Erasing {
    /** What attests, as an action; its details are ids of entries with {@link #hash} of what they say since. */
    public static final String ACTION = "history-erased";

    private static final int AT_ONCE = 500;
    private static final String AFTER = "after";
    private final DSLContext db;
    private final JsonMapper mapper;
    private final Audit audit;

    Erasing(DSLContext db, JsonMapper mapper, Audit audit) {
        this.db = db;
        this.mapper = mapper;
        this.audit = audit;
    }

    /**
     * Empties entries about some records, some at a time.
     *
     * @param after where to go on
     * @return how many were emptied and the last of them
     */
    public Part empty(String type, Collection<UUID> records, @Nullable UUID after, Subject attested, Viewer viewer) {
        var mine = ENTRY.SUBJECT_TYPE.eq(type).and(ENTRY.SUBJECT_ID.eq(any(records.toArray(UUID[]::new))));
        return each(mine, after, Erasing::emptied, name -> null, attested, viewer);
    }

    /**
     * Replaces words in the entries about some records.
     *
     * @param pattern a regular expression of PostgreSQL; {@code replaced} must change whatever it finds
     */
    public Part replace(
            String type,
            Collection<UUID> records,
            String pattern,
            UnaryOperator<String> replaced,
            @Nullable UUID after,
            Subject attested,
            Viewer viewer) {
        var mine = ENTRY.SUBJECT_TYPE.eq(type).and(ENTRY.SUBJECT_ID.eq(any(records.toArray(UUID[]::new))));
        return each(
                mine.and(says(pattern)), after, node -> replaced(node, replaced), replaced::apply, attested, viewer);
    }

    /** Replaces words wherever they stand in the log. */
    public Part replaceAnywhere(
            String pattern, UnaryOperator<String> replaced, @Nullable UUID after, Subject attested, Viewer viewer) {
        return each(says(pattern), after, node -> replaced(node, replaced), replaced::apply, attested, viewer);
    }

    /** @param last absent where there are no more */
    public record Part(int entries, @Nullable UUID last) {}

    /** How much of the log says something. */
    @Transactional(readOnly = true)
    public int count(String type, Collection<UUID> records, @Nullable String pattern) {
        return db.fetchCount(
                ENTRY,
                ENTRY.SUBJECT_TYPE.eq(type),
                ENTRY.SUBJECT_ID.eq(any(records.toArray(UUID[]::new))),
                pattern == null ? noCondition() : says(pattern));
    }

    /** What the log tells of some records, the oldest first: when, by whom, what, and the fields before and after. */
    @Transactional(readOnly = true)
    public List<Map<String, @Nullable Object>> told(String type, Collection<UUID> records) {
        return db.select(ENTRY.AT, ENTRY.ACTOR_NAME, ENTRY.ACTION, ENTRY.CHANGES)
                .from(ENTRY)
                .where(ENTRY.SUBJECT_TYPE.eq(type), ENTRY.SUBJECT_ID.eq(any(records.toArray(UUID[]::new))))
                .orderBy(ENTRY.ID)
                .fetch(r -> {
                    var told = new LinkedHashMap<String, @Nullable Object>();
                    told.put("at", r.value1().toInstant().toString());
                    told.put("by", r.value2());
                    told.put("action", r.value3());
                    told.put("changes", mapper.readValue(r.value4().data(), new TypeReference<List<Change>>() {}));
                    return told;
                });
    }

    private static Condition says(String pattern) {
        return condition("({0} ~* {2} or {1}::text ~* {2})", ENTRY.SUBJECT_NAME, ENTRY.CHANGES, val(pattern));
    }

    private Part each(
            Condition which,
            @Nullable UUID after,
            UnaryOperator<JsonNode> said,
            Function<String, @Nullable String> named,
            Subject attested,
            Viewer viewer) {
        var entries = db.select(ENTRY.ID, ENTRY.SUBJECT_NAME, ENTRY.CHANGES)
                .from(ENTRY)
                .where(which, ENTRY.ACTION.ne(ACTION), after == null ? noCondition() : ENTRY.ID.gt(after))
                .orderBy(ENTRY.ID)
                .limit(AT_ONCE)
                .fetch();
        var hashes = new LinkedHashMap<String, String>();
        for (var entry : entries) {
            var name = entry.value2() == null ? null : named.apply(entry.value2());
            var changes = mapper.writeValueAsString(
                    said.apply(mapper.readTree(entry.value3().data())));
            var stored = db.select(field(
                            "audit.erase({0}, {1}, {2})",
                            String.class, val(entry.value1()), val(name), val(JSONB.valueOf(changes))))
                    .fetchSingle()
                    .value1();
            hashes.put(entry.value1().toString(), hash(entry.value1(), name, stored));
        }
        if (!hashes.isEmpty()) audit.did(viewer, ACTION, attested, hashes);
        return new Part(
                entries.size(),
                entries.size() < AT_ONCE ? null : entries.getLast().value1());
    }

    private static JsonNode emptied(JsonNode changes) {
        for (var change : changes) {
            if (change instanceof ObjectNode one) {
                one.putNull("before");
                one.putNull(AFTER);
            }
        }
        return changes;
    }

    private static JsonNode replaced(JsonNode changes, UnaryOperator<String> words) {
        for (var change : changes) {
            if (!(change instanceof ObjectNode one)) continue;
            for (var side : List.of("before", AFTER)) {
                var value = one.get(side);
                if (value != null) one.set(side, texts(value, words));
            }
        }
        return changes;
    }

    /** The same value with every text in it replaced; names of fields stay. */
    public static JsonNode texts(JsonNode value, UnaryOperator<String> words) {
        switch (value) {
            case ObjectNode object ->
                List.copyOf(object.propertyNames()).forEach(key -> object.set(key, texts(object.get(key), words)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) array.set(i, texts(array.get(i), words));
            }
            default -> {
                if (value.isString()) return JsonNodeFactory.instance.stringNode(words.apply(value.asString()));
            }
        }
        return value;
    }

    /** SHA-256 of an entry's id, name and changes as the database writes them, in hexadecimal. */
    public static String hash(UUID entry, @Nullable String name, String changes) {
        try {
            var said = entry + "\u001f" + (name == null ? "" : name) + "\u001f" + changes;
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an entry of {@link #ACTION} attests, by entry. */
    public static Map<UUID, String> attested(String changes, JsonMapper mapper) {
        var attested = new LinkedHashMap<UUID, String>();
        for (var change : mapper.readValue(changes, new TypeReference<List<Change>>() {})) {
            if (change.after() instanceof String hash) attested.put(UUID.fromString(change.field()), hash);
        }
        return attested;
    }
}
