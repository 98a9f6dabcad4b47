package zhanggui.notices;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;

/** One's own notices. */
@RestController
@RequestMapping("/api/notices")
@PreAuthorize("isAuthenticated()")
@Transactional
class NoticeController {
    private static final int PAGE = 30;
    private final NoticeStore store;
    private final Speech speech;

    NoticeController(NoticeStore store, Speech speech) {
        this.store = store;
        this.speech = speech;
    }

    /** @param next what to ask for {@code before} to go on; absent at the end */
    record NoticePage(List<Spoken> notices, @Nullable UUID next) {}

    /** @param unread up to 100, which are that many or more */
    record Bell(int unread) {}

    record SetRead(@NotNull Boolean read) {}

    /** @param upTo the newest that was seen: what came since stays unread */
    record ReadAll(@NotNull UUID upTo) {}

    @GetMapping
    @Transactional(readOnly = true)
    NoticePage page(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable UUID before,
            Viewer viewer) {
        var found = store.of(viewer.id(), unread, before, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var next = found.size() > PAGE ? shown.getLast().id() : null;
        return new NoticePage(speech.of(shown, viewer), next);
    }

    @GetMapping("/bell")
    @Transactional(readOnly = true)
    Bell bell(Viewer viewer) {
        return new Bell(store.unread(viewer.id()));
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    Spoken one(@PathVariable UUID id, Viewer viewer) {
        return store.find(id)
                .filter(n -> n.person().equals(viewer.id()))
                .map(n -> speech.of(List.of(n), viewer).getFirst())
                .orElseThrow(Refused::notFound);
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id, @Valid @RequestBody SetRead body, Viewer viewer) {
        if (!store.read(viewer.id(), id, body.read())) throw Refused.notFound();
    }

    @PutMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(@Valid @RequestBody ReadAll body, Viewer viewer) {
        store.readAll(viewer.id(), body.upTo());
    }
}
