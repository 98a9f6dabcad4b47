package zhanggui.audit;

import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** Entries of the log in words, for auditors. */
@RestController
@RequestMapping("/api/audit")
@PreAuthorize("hasAuthority('audit:read')")
class EntryController {
    private final EntryStore store;
    private final ChangeWords words;
    private final Texts texts;

    EntryController(EntryStore store, ChangeWords words, Texts texts) {
        this.store = store;
        this.words = words;
        this.texts = texts;
    }

    /** One entry with its changes as people read them. */
    @GetMapping("/entries/{id}")
    HistoryController.History entry(@PathVariable UUID id, Viewer viewer) {
        var event = store.find(id).orElseThrow(Refused::notFound);
        return HistoryController.History.of(event, words.of(event.subject().type(), viewer));
    }

    /** What the fields of a type of subject are called. */
    @GetMapping("/fields/{type}")
    Map<String, String> fields(@PathVariable String type, Viewer viewer) {
        var names = texts.under(viewer.language(), "entry.");
        names.putAll(texts.under(viewer.language(), type + "."));
        return names;
    }
}
