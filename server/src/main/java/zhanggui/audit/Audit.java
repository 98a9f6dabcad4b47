package zhanggui.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.access.Viewer;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/**
 * Adds to the log, in the transaction of what it reports, and says so to whoever listens for {@link Logged}. States are passed as records whose components are named like
 * the columns of the subject's list and hold what people read, such as an owner's name.
 */
@Service
@Transactional
public class Audit {
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};
    private final EntryStore store;
    private final JsonMapper mapper;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<SubjectTypes> types;

    /** @param types asked for later, since lists are made with the help of what uses this */
    Audit(EntryStore store, JsonMapper mapper, ApplicationEventPublisher events, ObjectProvider<SubjectTypes> types) {
        this.store = store;
        this.mapper = mapper;
        this.events = events;
        this.types = types;
    }

    /** A subject with its state before and after; before is absent when it is new, after when it is gone. */
    public record Changed(
            Subject subject,
            @Nullable Object before,
            @Nullable Object after) {}

    public void created(Viewer viewer, Subject subject, Object state) {
        record(viewer, "created", List.of(new Changed(subject, null, state)));
    }

    /** Adds nothing when nothing changed. */
    public void changed(Viewer viewer, Subject subject, Object before, Object after) {
        record(viewer, "changed", List.of(new Changed(subject, before, after)));
    }

    public void deleted(Viewer viewer, Subject subject, Object state) {
        record(viewer, "deleted", List.of(new Changed(subject, state, null)));
    }

    /** Anything else that was done, with what it was done with. */
    public void did(Viewer viewer, String action, Subject subject, Map<String, ?> details) {
        var changes = details.entrySet().stream()
                .map(e -> new Change(e.getKey(), null, e.getValue()))
                .toList();
        add(viewer, action, List.of(Entry.by(viewer, action, subject, changes)));
    }

    /** Many at once, for imports and bulk actions. */
    public void record(Viewer viewer, String action, List<Changed> changed) {
        record(viewer, action, changed, Map.of());
    }

    /** @param beside what each entry says too, such as why it was done */
    public void record(Viewer viewer, String action, List<Changed> changed, Map<String, ?> beside) {
        var said = new ArrayList<Change>();
        beside.forEach((field, value) -> said.add(new Change(field, null, value)));
        var cause = viewer.origin().cause();
        if (cause != null) said.add(new Change(cause.field(), null, cause.words()));
        var entries = new ArrayList<Entry>();
        for (var one : changed) {
            var changes = differences(one.before(), one.after());
            if (one.before() != null && one.after() != null) {
                if (changes.isEmpty()) continue;
                refuseClosed(viewer, one.subject(), changes);
            }
            var all = said.isEmpty()
                    ? changes
                    : Stream.concat(changes.stream(), said.stream()).toList();
            entries.add(Entry.by(viewer, action, one.subject(), all));
        }
        add(viewer, action, entries);
    }

    /** Whatever way a change came, it does not touch what is closed to whoever makes it. */
    private void refuseClosed(Viewer viewer, Subject subject, List<Change> changes) {
        if (!viewer.fields().limit(subject.type())) return;
        var listing = types.getObject().listing(subject.type());
        if (listing == null) return;
        var closed = changes.stream()
                .filter(c -> !listing.mayHaveChanged(c.field(), viewer))
                .map(c -> FieldProblem.of(c.field(), "field-closed"))
                .toList();
        if (!closed.isEmpty()) throw Refused.invalid(closed);
    }

    private void add(Viewer viewer, String action, List<Entry> entries) {
        if (entries.isEmpty()) return;
        store.add(entries);
        var happened = entries.stream()
                .map(e -> new Logged.Happened(e.subject(), e.changes()))
                .toList();
        events.publishEvent(new Logged(viewer, action, happened));
    }

    /** Something done by nobody signed in, or refused: kept even when the transaction around it is undone. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void attempted(
            @Nullable UUID actor, String actorName, @Nullable String address, String action, Subject subject) {
        store.add(List.of(new Entry(actor, actorName, "NONE", address, action, subject, List.of())));
    }

    private List<Change> differences(@Nullable Object before, @Nullable Object after) {
        var old = fields(before);
        var now = fields(after);
        var names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !same(old.get(name), now.get(name)))
                .map(name -> new Change(name, old.get(name), now.get(name)))
                .toList();
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number && b instanceof Number) {
            return new java.math.BigDecimal(a.toString()).compareTo(new java.math.BigDecimal(b.toString())) == 0;
        }
        return Objects.equals(a, b) || (isEmpty(a) && isEmpty(b));
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || value.equals(List.of());
    }

    private Map<String, @Nullable Object> fields(@Nullable Object state) {
        return state == null ? Map.of() : mapper.convertValue(state, FIELDS);
    }
}
