package zhanggui.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.customers.LookalikeStore.Table;
import zhanggui.jobs.Jobs;
import zhanggui.listings.Lists;
import zhanggui.listings.Selection;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** Searching what is there for those that may be one, and saying that two are two. */
@RestController
@RequestMapping("/api")
class LookalikeController {
    private final LookalikeStore store;
    private final Lists lists;
    private final Jobs jobs;
    private final Texts texts;

    LookalikeController(LookalikeStore store, Lists lists, Jobs jobs, Texts texts) {
        this.store = store;
        this.lists = lists;
        this.jobs = jobs;
        this.texts = texts;
    }

    /** @param job to be watched under {@code /api/jobs} */
    @Schema(name = "DuplicatesScan")
    record Scan(UUID job) {}

    @Schema(name = "DismissDuplicate")
    record Dismiss(boolean dismissed) {}

    /** All customers and contacts are searched; each person sees of what was found what is within their reach. */
    @PostMapping("/duplicates/scans")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('customers:delete')")
    @Transactional
    public Scan scan(Viewer viewer) {
        return new Scan(jobs.start(LookalikeJob.NAME, texts.get(viewer.language(), "duplicates"), Map.of(), viewer));
    }

    @PutMapping("/duplicates/{id}/dismissed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customers:edit')")
    @Transactional
    public void dismiss(@PathVariable UUID id, @RequestBody Dismiss body, Viewer viewer) {
        dismiss("duplicates", Table.CUSTOMERS, id, body.dismissed(), viewer);
    }

    @PutMapping("/contactduplicates/{id}/dismissed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customers:edit')")
    @Transactional
    public void dismissContacts(@PathVariable UUID id, @RequestBody Dismiss body, Viewer viewer) {
        dismiss("contactduplicates", Table.CONTACTS, id, body.dismissed(), viewer);
    }

    private void dismiss(String list, Table table, UUID id, boolean dismissed, Viewer viewer) {
        var listing = lists.find(list, viewer);
        var one = Selection.of(List.of(id));
        if (lists.select(listing, one, viewer, listing.readPermission()).isEmpty()) throw Refused.notFound();
        if (lists.select(listing, one, viewer, CustomerDirectory.EDIT_PERMISSION)
                .isEmpty()) {
            throw Refused.notAllowed();
        }
        store.dismiss(table, id, dismissed, viewer.id());
    }
}
