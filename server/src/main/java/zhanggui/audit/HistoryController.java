package zhanggui.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;

/** The history of one record, for those who may see the record. */
@RestController
@RequestMapping("/api/history/{type}")
@PreAuthorize("isAuthenticated()")
class HistoryController {
    private final EntryStore store;
    private final SubjectTypes types;
    private final ChangeWords words;
    private final ObjectProvider<Predecessors> predecessors;

    HistoryController(
            EntryStore store, SubjectTypes types, ChangeWords words, ObjectProvider<Predecessors> predecessors) {
        this.store = store;
        this.types = types;
        this.words = words;
        this.predecessors = predecessors;
    }

    /**
     * @param subject what the record was called then
     * @param erasedAt when something personal was taken out of it
     */
    record History(
            UUID id,
            Instant at,
            @Nullable UUID actor,
            String actorName,
            String action,
            String actionLabel,
            @Nullable String subject,
            List<Line> changes,
            @Nullable Instant erasedAt) {
        static History of(EntryStore.Event e, ChangeWords.Spoken spoken) {
            return new History(
                    e.id(),
                    e.at(),
                    e.actor(),
                    e.actorName(),
                    e.action(),
                    spoken.action(e.action()),
                    e.subject().name(),
                    e.action().equals(Erasing.ACTION) ? List.of(spoken.count(e.changes())) : spoken.lines(e.changes()),
                    e.erasedAt());
        }
    }

    /** @param type the name of the list the record stands in, or of another type of subject */
    @GetMapping("/{id}")
    List<History> of(@PathVariable String type, @PathVariable UUID id, Viewer viewer) {
        var listing = types.listing(type);
        if (listing != null) viewer.require(listing.readPermission());
        if (!types.readable(type, id, viewer)) throw Refused.notFound();
        var before = predecessors.stream().flatMap(p -> p.of(type, id).stream()).collect(Collectors.toSet());
        if (before.isEmpty()) return spoken(type, store.of(type, id), viewer);
        before.add(id);
        return spoken(type, store.ofAll(type, before), viewer);
    }

    /** Of what there is one of, such as the company's settings. */
    @GetMapping
    List<History> ofWhole(@PathVariable String type, Viewer viewer) {
        if (!types.readableAsWhole(type, viewer)) throw Refused.notFound();
        return spoken(type, store.of(type, null), viewer);
    }

    private List<History> spoken(String type, List<EntryStore.Event> events, Viewer viewer) {
        var spoken = words.of(type, viewer);
        return events.stream().map(e -> History.of(e, spoken)).toList();
    }
}
