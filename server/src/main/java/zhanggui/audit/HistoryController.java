package zhanggui.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.listings.Listing;
import zhanggui.listings.Lists;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** The history of one record, for those who may see the record. */
@RestController
@RequestMapping("/api/history")
@PreAuthorize("isAuthenticated()")
class HistoryController {
    private final EntryStore store;
    private final Lists lists;
    private final Texts texts;

    HistoryController(EntryStore store, Lists lists, Texts texts) {
        this.store = store;
        this.lists = lists;
        this.texts = texts;
    }

    record Event(UUID id, Instant at, @Nullable UUID actor, String actorName, String action, List<Change> changes) {}

    record Line(
            String field,
            String label,
            @Nullable Object before,
            @Nullable Object after) {}

    record History(
            UUID id,
            Instant at,
            @Nullable UUID actor,
            String actorName,
            String action,
            String actionLabel,
            List<Line> changes) {}

    /** @param list the name of the list the record stands in */
    @GetMapping("/{list}/{id}")
    List<History> of(@PathVariable String list, @PathVariable UUID id, Viewer viewer) {
        var listing = lists.find(list, viewer);
        if (!lists.reaches(listing, id, viewer, listing.readPermission())) throw Refused.notFound();
        var words = words(listing, viewer);
        return store.of(list, id).stream()
                .map(e -> history(list, e, words, viewer))
                .toList();
    }

    /** What the values of choice columns are called in the reader's language. */
    private Map<String, Map<Object, String>> words(Listing listing, Viewer viewer) {
        var words = new HashMap<String, Map<Object, String>>();
        for (var column : listing.columns()) {
            var options = column.options();
            if (options == null) continue;
            var labels = new HashMap<Object, String>();
            options.in(viewer.language(), texts).forEach(o -> labels.put(o.value(), o.label()));
            words.put(column.key(), labels);
        }
        return words;
    }

    private static @Nullable Object word(@Nullable Object value, Map<Object, String> labels) {
        return value != null && labels.containsKey(value) ? labels.get(value) : value;
    }

    private History history(String list, Event e, Map<String, Map<Object, String>> words, Viewer viewer) {
        var language = viewer.language();
        var lines = e.changes().stream()
                .map(c -> new Line(
                        c.field(),
                        texts.find(language, list + "." + c.field()).orElse(c.field()),
                        word(c.before(), words.getOrDefault(c.field(), Map.of())),
                        word(c.after(), words.getOrDefault(c.field(), Map.of()))))
                .toList();
        return new History(
                e.id(),
                e.at(),
                e.actor(),
                e.actorName(),
                e.action(),
                texts.find(language, "action." + e.action()).orElse(e.action()),
                lines);
    }
}
