package zhanggui.edits;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import zhanggui.access.Viewer;
import zhanggui.audit.Records;
import zhanggui.edits.EditController.BulkStarted;
import zhanggui.jobs.Jobs;
import zhanggui.listings.Lists;
import zhanggui.listings.Selection;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** Starts what is to be done to many records. */
@Service
class Bulk {
    private static final int MOST = 20_000;
    private final Edits edits;
    private final TargetStore store;
    private final Lists lists;
    private final Records records;
    private final Jobs jobs;
    private final Texts texts;

    Bulk(Edits edits, TargetStore store, Lists lists, Records records, Jobs jobs, Texts texts) {
        this.edits = edits;
        this.store = store;
        this.lists = lists;
        this.records = records;
        this.jobs = jobs;
        this.texts = texts;
    }

    /** What the selection finds now is what it is done to, whatever the list finds later. */
    @Transactional
    public BulkStarted start(String list, String name, Selection selection, @Nullable JsonNode input, Viewer viewer) {
        var listing = lists.find(list, viewer);
        var action = edits.action(list, name);
        var permission = action.permission();
        if (permission != null) viewer.require(permission);
        var given = input == null ? JsonNodeFactory.instance.objectNode() : input;
        action.check(given, viewer);
        var ids = lists.select(listing, selection, viewer, listing.readPermission());
        if (ids.isEmpty()) throw Refused.because(EditReason.NOTHING);
        if (ids.size() > MOST) throw Refused.because(EditReason.TOO_MANY, MOST, ids.size());
        var language = viewer.language();
        var title = texts.get(language, "bulk." + name) + " · " + texts.get(language, list);
        var job = jobs.start(BulkJob.NAME, title, Map.of("list", list, "action", name, "input", given), viewer);
        store.add(job, list, ids, store.titles(listing, ids, records), viewer.id());
        return new BulkStarted(job, ids.size());
    }
}
