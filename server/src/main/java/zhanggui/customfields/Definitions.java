package zhanggui.customfields;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.jobs.Jobs;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;

/** Which custom fields there are: adding, changing, ordering and removing them. */
@Service
@Transactional
class Definitions {
    static final String SUBJECT = "customfields";
    private static final String MANAGE = "customfields:edit";
    private static final int MOST = 100;
    private final FieldStore store;
    private final FieldHosts hosts;
    private final KnownFields known;
    private final References references;
    private final Jobs jobs;
    private final Audit audit;

    Definitions(FieldStore store, FieldHosts hosts, KnownFields known, References references, Jobs jobs, Audit audit) {
        this.store = store;
        this.hosts = hosts;
        this.known = known;
        this.references = references;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** A field as the log tells of it. */
    private record Described(
            String of,
            String code,
            FieldType type,
            String name,
            String nameEn,
            @Nullable String help,
            @Nullable String section,
            CustomField.When required,
            @Nullable String requiredBy,
            @Nullable Object fallback,
            @Nullable String formula,
            List<String> choices,
            boolean shown,
            boolean totalled,
            boolean filterable,
            boolean searched,
            boolean retired) {
        static Described of(String type, CustomField f) {
            var by = f.required().field() == null
                    ? null
                    : f.required().field() + " = "
                            + String.join(", ", f.required().values());
            return new Described(
                    type,
                    f.code(),
                    f.type(),
                    f.name().zh(),
                    f.name().en(),
                    f.help() == null ? null : f.help().zh(),
                    f.section() == null ? null : f.section().zh(),
                    f.required().when(),
                    by,
                    f.fallback(),
                    f.formula(),
                    f.options().stream()
                            .filter(o -> !o.retired())
                            .map(o -> o.name().zh() + " / " + o.name().en())
                            .toList(),
                    f.shown(),
                    f.totalled(),
                    f.filterable(),
                    f.searched(),
                    f.retired());
        }
    }

    @Transactional(readOnly = true)
    List<CustomField> of(String type) {
        hosts.find(type);
        return store.of(type);
    }

    @Transactional(readOnly = true)
    boolean exists(UUID id) {
        return hosts.types().stream().anyMatch(type -> store.find(type, id).isPresent());
    }

    CustomField add(String type, SaveField command, Viewer viewer) {
        viewer.require(MANAGE);
        hosts.find(type);
        store.lock(type);
        var there = store.of(type);
        if (there.size() >= MOST) throw Refused.because(FieldReasons.TOO_MANY, MOST);
        var holds = command.type();
        if (holds == null) throw Refused.invalid("type", "required");
        refuse(command, holds, null, there, type);
        var codes = there.stream().map(CustomField::code).collect(Collectors.toCollection(HashSet::new));
        if (command.code() != null && codes.contains(command.code())) {
            throw Refused.invalid("code", "taken", command.code());
        }
        var code = command.code() != null ? command.code() : SaveField.coded(command.nameEn(), "field", codes);
        known.changing(type);
        var id = store.insert(type, code, holds, command);
        var after = find(type, id);
        audit.created(viewer, subject(after, viewer), Described.of(type, after));
        if (isIndexed(after)) index(type, after, viewer);
        return after;
    }

    CustomField edit(String type, UUID id, SaveField command, Viewer viewer) {
        viewer.require(MANAGE);
        hosts.find(type);
        store.lock(type);
        var before = find(type, id);
        if (command.version() == null) throw Refused.invalid("version", "required");
        if (command.version() != before.version()) throw Refused.stale(before);
        if (command.type() != null && command.type() != before.type()) throw Refused.invalid("type", "custom-fixed");
        if (command.code() != null && !command.code().equals(before.code())) {
            throw Refused.invalid("code", "custom-fixed");
        }
        refuse(command, before.type(), before, store.of(type), type);
        refuseLost(type, before, command, viewer.language());
        known.changing(type);
        store.update(before, command);
        var after = find(type, id);
        audit.changed(viewer, subject(after, viewer), Described.of(type, before), Described.of(type, after));
        if (isIndexed(before) != isIndexed(after) || before.searched() != after.searched()) index(type, after, viewer);
        return after;
    }

    /** @param ids of all fields of the type, in the order people are to be shown them */
    List<CustomField> order(String type, List<UUID> ids, Viewer viewer) {
        viewer.require(MANAGE);
        hosts.find(type);
        store.lock(type);
        var before = store.of(type);
        if (ids.size() != before.size()
                || !Set.copyOf(ids).equals(before.stream().map(CustomField::id).collect(Collectors.toSet()))) {
            throw Refused.stale(before);
        }
        known.changing(type);
        for (int i = 0; i < ids.size(); i++) store.place(ids.get(i), i + 1);
        var after = store.of(type);
        audit.changed(
                viewer,
                new Subject(SUBJECT, null, type),
                Map.of("order", names(before, viewer.language())),
                Map.of("order", names(after, viewer.language())));
        return after;
    }

    /** @throws Refused as long as records hold values: such a field can be retired */
    void delete(String type, UUID id, Viewer viewer) {
        viewer.require(MANAGE);
        var host = hosts.find(type);
        store.lock(type);
        var field = find(type, id);
        var used = store.used(host.custom(), field.code());
        if (used > 0) throw Refused.because(FieldReasons.IN_USE, field.name().in(viewer.language()), used);
        var dependent = store.of(type).stream()
                .filter(f -> field.key().equals(f.required().field()))
                .findFirst();
        if (dependent.isPresent()) {
            throw Refused.because(
                    FieldReasons.DECIDES,
                    field.name().in(viewer.language()),
                    dependent.get().name().in(viewer.language()));
        }
        var made = store.of(type).stream()
                .filter(f -> f.formula() != null
                        && FieldColumns.formula(host, f, store.of(type))
                                .mentioned()
                                .contains(field.key()))
                .findFirst();
        if (made.isPresent()) {
            throw Refused.because(
                    FieldReasons.COMPUTES,
                    field.name().in(viewer.language()),
                    made.get().name().in(viewer.language()));
        }
        known.changing(type);
        store.delete(id);
        audit.deleted(viewer, subject(field, viewer), Described.of(type, field));
        if (isIndexed(field)) index(type, field, viewer);
    }

    static boolean isIndexed(CustomField field) {
        return field.filterable() && !field.retired();
    }

    /** Makes or drops its index, and keeps its words or not, as it then is. */
    private void index(String type, CustomField field, Viewer viewer) {
        jobs.start(
                FieldIndexJob.NAME, field.name().in(viewer.language()), new FieldIndexJob.Asked(type, field), viewer);
    }

    private void refuse(
            SaveField command, FieldType holds, @Nullable CustomField self, List<CustomField> there, String type) {
        var conditions = new TreeSet<>(hosts.get(type).conditions());
        there.stream()
                .filter(f -> f.type().canBeCondition() && (self == null || !f.id().equals(self.id())))
                .forEach(f -> conditions.add(f.key()));
        var problems = command.problems(holds, conditions, FieldColumns.operands(hosts.get(type), there));
        for (var f : there) {
            if (f.retired() || (self != null && f.id().equals(self.id()))) continue;
            if (f.name().zh().equalsIgnoreCase(command.name().strip())) {
                throw Refused.invalid("name", "taken", command.name().strip());
            }
            if (f.name().en().equalsIgnoreCase(command.nameEn().strip())) {
                throw Refused.invalid("nameEn", "taken", command.nameEn().strip());
            }
        }
        if (problems.isEmpty() && holds.isReference() && holds.read(command.fallback()) instanceof String id) {
            if (!references.exists(holds, UUID.fromString(id))) throw Refused.invalid("fallback", "unknown", id);
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }

    /** An option that records have can be retired, but not taken away. */
    private void refuseLost(String type, CustomField before, SaveField command, Language language) {
        if (!before.type().hasOptions()) return;
        var kept = command.options().stream().map(CustomField.Option::code).collect(Collectors.toSet());
        var lost =
                before.options().stream().filter(o -> !kept.contains(o.code())).toList();
        if (lost.isEmpty()) return;
        var codes = lost.stream().map(CustomField.Option::code).toList();
        if (store.usesAny(hosts.get(type).custom(), before.code(), codes)) {
            throw Refused.invalid(
                    "choices",
                    "custom-option-used",
                    lost.stream().map(o -> o.name().in(language)).collect(Collectors.joining(", ")));
        }
    }

    private CustomField find(String type, UUID id) {
        return store.find(type, id).orElseThrow(Refused::notFound);
    }

    private static Subject subject(CustomField field, Viewer viewer) {
        return new Subject(SUBJECT, field.id(), field.name().in(viewer.language()));
    }

    private static List<String> names(List<CustomField> fields, Language language) {
        return fields.stream().map(f -> f.name().in(language)).toList();
    }
}
