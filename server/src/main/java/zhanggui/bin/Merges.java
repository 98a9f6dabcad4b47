package zhanggui.bin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.JSONB;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Records;
import zhanggui.audit.Subject;
import zhanggui.bin.BinStore.Binned;
import zhanggui.bin.BinStore.Kept;
import zhanggui.bin.Catalog.Reference;
import zhanggui.edits.Changes.Difference;
import zhanggui.edits.Edits;
import zhanggui.listings.Column;
import zhanggui.listings.Kind;
import zhanggui.listings.Listing;
import zhanggui.problems.Refused;

/**
 * Makes one of two records: whatever refers to the one is turned to the other, and the one goes into the bin, with what is
 * needed to take the two apart again.
 */
@Service
class Merges {
    private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private final Map<String, Mergeable> mergeables = new LinkedHashMap<>();
    private final Bin bin;
    private final BinStore store;
    private final Catalog catalog;
    private final Edits edits;
    private final ObjectProvider<Records> records;
    private final ObjectProvider<Hanging> hanging;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final JsonMapper mapper;

    Merges(
            List<Mergeable> mergeables,
            Bin bin,
            BinStore store,
            Catalog catalog,
            Edits edits,
            ObjectProvider<Records> records,
            ObjectProvider<Hanging> hanging,
            Audit audit,
            ApplicationEventPublisher events,
            JsonMapper mapper) {
        mergeables.forEach(m -> this.mergeables.put(m.list(), m));
        this.bin = bin;
        this.store = store;
        this.catalog = catalog;
        this.edits = edits;
        this.records = records;
        this.hanging = hanging;
        this.audit = audit;
        this.events = events;
        this.mapper = mapper;
    }

    /**
     * @param values what the one that stays takes, by column
     * @return the entry in the bin by which it can be undone
     * @throws Refused where the viewer may not, or the two cannot be one; then nothing has changed
     */
    @Transactional
    public UUID merge(String list, UUID kept, UUID gone, Map<String, JsonNode> values, Viewer viewer) {
        var mergeable = mergeables.get(list);
        if (mergeable == null) throw Refused.notFound();
        var listing = listing(list);
        viewer.require(listing.editPermission());
        viewer.require(Objects.requireNonNull(listing.deletePermission()));
        if (!values.isEmpty()) edits.requireOpen(list, values, viewer);
        var pair = mergeable.begin(kept, gone, viewer);
        if (kept.equals(gone)) throw Refused.invalid("gone", "merge-itself");
        var nothing = JSONB.valueOf("{}");
        var entry = store.add(
                pair.gone(),
                pair.owner(),
                pair.permission(),
                new Kept(kept, String.valueOf(pair.kept().name()), nothing, nothing),
                viewer.id(),
                viewer.name());
        turn(entry, mergeable, pair, viewer);
        bin.keep(entry, list, gone);
        hanging.forEach(one -> store.deleteHanging(
                catalog.table(Catalog.nameOf(one.record())),
                one.list().getName(),
                list,
                one.record().getName(),
                gone));
        store.delete(catalog.table(bin.table(list)), gone);
        var wanted = new HashMap<>(values);
        wanted.putAll(pair.needed());
        var made = edits.set(list, kept, wanted, Map.of(), viewer);
        store.kept(entry, json(made, false), json(made, true));
        store.succeed(list, gone, kept);
        mergeable.merged(kept, gone);
        audit.did(
                viewer,
                "merged",
                pair.kept(),
                Map.of("merged", String.valueOf(pair.gone().name())));
        audit.did(
                viewer,
                "merged-away",
                pair.gone(),
                Map.of("into", String.valueOf(pair.kept().name())));
        return entry;
    }

    private Listing listing(String list) {
        return records.getObject().lists().stream()
                .filter(l -> l.name().equals(list))
                .findFirst()
                .orElseThrow();
    }

    private void turn(UUID entry, Mergeable mergeable, Mergeable.Pair pair, Viewer viewer) {
        var kept = Objects.requireNonNull(pair.kept().id());
        var gone = Objects.requireNonNull(pair.gone().id());
        var references = catalog.table(bin.table(mergeable.list())).referring().stream()
                .filter(r -> !mergeable.staying().contains(r.table()))
                .toList();
        references.forEach(r -> store.keepTurned(entry, catalog.table(r.table()), r.column(), gone, kept, null));
        hanging.forEach(one -> store.keepTurned(
                entry,
                catalog.table(Catalog.nameOf(one.record())),
                one.record().getName(),
                gone,
                kept,
                new BinStore.OfList(one.list().getName(), mergeable.list())));
        mergeable.beforeTurning(kept, gone);
        for (var reference : references) {
            var turned = store.turn(entry, catalog.table(reference.table()), reference.column(), gone, kept);
            if (turned > 0) tell(entry, reference, mergeable.list(), pair, viewer);
        }
        hanging.forEach(one -> store.turn(
                entry, catalog.table(Catalog.nameOf(one.record())), one.record().getName(), gone, kept));
    }

    /** The history of each record that was turned says so. */
    private void tell(UUID entry, Reference reference, String list, Mergeable.Pair pair, Viewer viewer) {
        for (var listing : records.getObject().lists()) {
            if (!bin.table(listing.name()).equals(reference.table())) continue;
            var field = field(listing, list, reference.column());
            if (field.isEmpty()) continue;
            var before = Map.of(field.get(), String.valueOf(pair.gone().name()));
            var after = Map.of(field.get(), String.valueOf(pair.kept().name()));
            var changed = new ArrayList<Audit.Changed>();
            records.getObject()
                    .titles(listing.name(), store.turned(entry, reference.table(), reference.column()))
                    .forEach((id, title) ->
                            changed.add(new Audit.Changed(new Subject(listing.name(), id, title), before, after)));
            audit.record(viewer, "changed", changed);
            return;
        }
    }

    /** What the reference is called in the list of what refers. */
    private static Optional<String> field(Listing listing, String list, String column) {
        var referring = listing.columns().stream()
                .filter(c -> c.kind() == Kind.RECORD && list.equals(c.list()) && c.related() == null)
                .toList();
        return referring.stream()
                .filter(c -> c.value() instanceof Field<?> f && f.getName().equals(column))
                .findFirst()
                .or(() -> referring.stream().findFirst())
                .map(Column::key);
    }

    /**
     * Takes two apart again, as far as nobody has changed since what the merge made. What the one that stays had taken from
     * the other it gives back before that returns; what it belonged to, which may be the other, it says only afterwards.
     *
     * @param putBack brings the other back
     */
    void part(Binned entry, Runnable putBack, Viewer viewer) {
        var list = entry.subject().type();
        var mergeable = Objects.requireNonNull(mergeables.get(list), list);
        var kept = Objects.requireNonNull(entry.kept());
        var gone = Objects.requireNonNull(entry.subject().id());
        var was = fields(kept.was());
        var belonging = new LinkedHashMap<String, JsonNode>();
        was.entrySet().removeIf(field -> {
            if (!REFERENCE.matcher(field.getValue().asString("")).matches()) return false;
            belonging.put(field.getKey(), field.getValue());
            return true;
        });
        edits.set(list, kept.id(), was, fields(kept.is()), viewer);
        putBack.run();
        store.references(entry.id(), "MOVED").forEach((name, columns) -> {
            var table = catalog.table(name);
            var also = mergeable.puttingBack().getOrDefault(name, Set.of());
            columns.forEach(column -> store.turnBack(entry.id(), table, column, kept.id(), also));
        });
        edits.set(list, kept.id(), belonging, fields(kept.is()), viewer);
        store.noLongerSucceeded(gone);
        mergeable.parted(kept.id(), gone);
        events.publishEvent(new Parted(list, kept.id(), gone));
        audit.did(
                viewer,
                "unmerged",
                new Subject(list, kept.id(), kept.title()),
                Map.of("merged", String.valueOf(entry.subject().name())));
    }

    private Map<String, JsonNode> fields(JSONB json) {
        var fields = new LinkedHashMap<String, JsonNode>();
        mapper.readTree(json.data()).properties().forEach(e -> fields.put(e.getKey(), e.getValue()));
        return fields;
    }

    private JSONB json(Map<String, Difference> made, boolean after) {
        var object = mapper.createObjectNode();
        made.forEach((field, one) -> object.set(field, after ? one.after() : one.before()));
        return JSONB.valueOf(object.toString());
    }
}
