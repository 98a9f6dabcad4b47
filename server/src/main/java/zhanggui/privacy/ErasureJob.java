package zhanggui.privacy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import zhanggui.audit.Audit;
import zhanggui.audit.Erased;
import zhanggui.audit.Erasing;
import zhanggui.audit.Subject;
import zhanggui.bin.Bin;
import zhanggui.bin.Catalog;
import zhanggui.edits.Deleting;
import zhanggui.jobs.Job;
import zhanggui.jobs.JobKind;
import zhanggui.jobs.JobRun;
import zhanggui.privacy.ErasureStore.Running;
import zhanggui.problems.Refused;

/**
 * Erases in steps, each in its own transaction: first the texts around the customer, while it can be told what belongs to
 * it, then the contact, then what is its alone wherever it stands, then the log. Every step finds nothing where it was
 * done before, so that it begins anew after a crash without doing harm.
 */
@Component
class ErasureJob implements JobKind {
    static final String KIND = "erasure";
    private static final int STEPS = 4;
    private final ErasureStore store;
    private final ObjectProvider<Erasures> erasures;
    private final StoredTexts texts;
    private final Sweeper sweeper;
    private final Erasing erasing;
    private final Catalog catalog;
    private final ObjectProvider<Deleting> deleting;
    private final ObjectProvider<Bin> bin;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ErasureJob(
            ErasureStore store,
            ObjectProvider<Erasures> erasures,
            StoredTexts texts,
            Sweeper sweeper,
            Erasing erasing,
            Catalog catalog,
            ObjectProvider<Deleting> deleting,
            ObjectProvider<Bin> bin,
            Audit audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.erasures = erasures;
        this.texts = texts;
        this.sweeper = sweeper;
        this.erasing = erasing;
        this.catalog = catalog;
        this.deleting = deleting;
        this.bin = bin;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public boolean isAwaited() {
        return true;
    }

    @Override
    public void run(JsonNode input, JobRun run) {
        run.viewer().require(Erasures.ERASE);
        var id = id(input);
        var erasure = store.running(id).orElseThrow(Refused::notFound);
        var rules = erasures.getObject();
        var all = Wording.of(erasure.words(), Erasures.HOME);
        var alone = Wording.of(
                erasure.words().stream().filter(w -> w.kind().isUnique()).toList(), Erasures.HOME);
        var around = around(erasure, rules);
        run.progress(0, STEPS);
        all.ifPresent(wording -> around.rows()
                .forEach(
                        (table, rows) -> sweep(erasure, table, rules.others(table, rows, erasure.contact()), wording)));
        run.progress(1, STEPS);
        var self = rules.self(erasure.contact());
        transaction.executeWithoutResult(status -> remove(erasure, self, run));
        run.progress(2, STEPS);
        alone.ifPresent(wording -> texts.all().keySet().forEach(table -> sweep(erasure, table, null, wording)));
        run.progress(3, STEPS);
        var subject = new Subject("erasures", id, erasure.number());
        parts(erasure, after -> erasing.empty(Erasures.CONTACTS, self, after, subject, run.viewer()));
        all.ifPresent(wording -> around.records()
                .forEach((list, records) -> parts(
                        erasure,
                        after -> erasing.replace(
                                list, records, wording.pattern(), wording::replaced, after, subject, run.viewer()))));
        alone.ifPresent(wording -> parts(
                erasure,
                after -> erasing.replaceAnywhere(wording.pattern(), wording::replaced, after, subject, run.viewer())));
        transaction.executeWithoutResult(status -> {
            store.done(id);
            var view = store.view(id).orElseThrow();
            audit.did(
                    run.viewer(),
                    "erased",
                    subject,
                    Map.of("passages", view.passages(), "entries", view.entries(), "reason", view.reason()));
            run.progress(STEPS, STEPS);
            run.done(Map.of("passages", view.passages(), "entries", view.entries()));
        });
    }

    private Surroundings.Around around(Running erasure, Erasures rules) {
        return Optional.ofNullable(erasure.customer())
                .map(customer -> rules.around(catalog.table(rules.table()), customer))
                .orElseGet(() -> new Surroundings.Around(Map.of(), Map.of()));
    }

    private void sweep(Running erasure, String table, org.jooq.@Nullable Condition rows, Wording wording) {
        transaction.executeWithoutResult(status -> {
            var swept = sweeper.sweep(table, rows, wording);
            store.add(erasure.id(), swept.passages(), 0, swept.remains());
        });
    }

    private void remove(Running erasure, Set<UUID> self, JobRun run) {
        if (store.contact(erasure.contact()).isPresent()) {
            deleting.stream()
                    .filter(one -> one.list().equals(Erasures.CONTACTS))
                    .findFirst()
                    .orElseThrow()
                    .delete(erasure.contact(), run.viewer());
        }
        bin.getObject().forget(Erasures.CONTACTS, self);
        for (var table : catalog.all()) {
            if (!table.has("list") || !table.has("record_id")) continue;
            for (var one : self) store.forget(table, Erasures.CONTACTS, one, table.has("title") ? "title" : null);
        }
        events.publishEvent(new Erased(Erasures.CONTACTS, erasure.contact(), erasure.uploads()));
    }

    private void parts(Running erasure, Function<@Nullable UUID, Erasing.Part> work) {
        UUID after = null;
        do {
            var from = after;
            var part = Objects.requireNonNull(transaction.execute(status -> {
                var done = work.apply(from);
                store.add(erasure.id(), 0, done.entries(), List.of());
                return done;
            }));
            after = part.last();
        } while (after != null);
    }

    @Override
    public void ended(UUID job, JsonNode input, Job.State state, @Nullable String message) {
        store.failed(id(input), message);
    }

    private static UUID id(JsonNode input) {
        return UUID.fromString(input.get("erasure").asString());
    }
}
