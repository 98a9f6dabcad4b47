package zhanggui.privacy;

import static org.jooq.impl.DSL.trueCondition;
import static zhanggui.privacy.db.Tables.DUE_CONTACT;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Scope;
import zhanggui.access.Viewer;
import zhanggui.access.Viewers;
import zhanggui.audit.Audit;
import zhanggui.audit.Records;
import zhanggui.audit.Subject;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** For how long contacts are kept, which are kept nevertheless, and erasing those that are due. */
@Service
@Transactional
class Retentions {
    private static final Logger log = LoggerFactory.getLogger(Retentions.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 100;
    private final RetentionStore store;
    private final ErasureStore contacts;
    private final Erasures erasures;
    private final Records records;
    private final Audit audit;
    private final CompanySettings companies;
    private final Viewers viewers;
    private final Texts texts;
    private final Clock clock;

    Retentions(
            RetentionStore store,
            ErasureStore contacts,
            Erasures erasures,
            Records records,
            Audit audit,
            CompanySettings companies,
            Viewers viewers,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.erasures = erasures;
        this.records = records;
        this.audit = audit;
        this.companies = companies;
        this.viewers = viewers;
        this.texts = texts;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> eraseDueContactsTask(ObjectProvider<Retentions> retentions) {
        return Tasks.recurring("erase-due-contacts", Schedules.fixedDelay(EVERY))
                .execute((instance, context) -> retentions.getObject().automatically());
    }

    @Transactional(readOnly = true)
    Retention rule(Viewer viewer) {
        var rule = store.rule(false);
        return new Retention(
                rule.months(), rule.automatic(), rule.changedBy(), store.due(reach(viewer)), rule.version());
    }

    Retention change(Retention.Save command, Viewer viewer) {
        viewer.require(Erasures.ERASE);
        if (command.automatic() && command.months() == null) throw Refused.invalid("months", "required");
        var before = store.rule(true);
        if (before.version() != command.version()) throw Refused.stale(rule(viewer));
        store.save(command, viewer.id());
        audit.changed(viewer, new Subject("retention", null, null), logged(before), logged(store.rule(false)));
        return rule(viewer);
    }

    private record Logged(@Nullable Integer months, boolean automatic) {}

    private static Logged logged(RetentionStore.Rule rule) {
        return new Logged(rule.months(), rule.automatic());
    }

    @Transactional(readOnly = true)
    Optional<Retention.Hold> hold(UUID contact, Viewer viewer) {
        records.open(Erasures.CONTACTS, contact, viewer);
        return store.hold(contact);
    }

    void hold(UUID contact, Retention.SaveHold command, Viewer viewer) {
        var head = records.open(Erasures.CONTACTS, contact, viewer);
        if (!head.editable()) throw Refused.notAllowed();
        if (command.until().isBefore(viewer.calendar().day(clock.instant()))) {
            throw Refused.invalid("until", "future-or-present");
        }
        store.hold(contact, command, viewer.id());
        audit.did(
                viewer,
                "held",
                new Subject(Erasures.CONTACTS, contact, head.title()),
                Map.of(
                        "heldUntil",
                        command.until().toString(),
                        "reason",
                        command.reason().strip()));
    }

    void release(UUID contact, Viewer viewer) {
        var head = records.open(Erasures.CONTACTS, contact, viewer);
        if (!head.editable()) throw Refused.notAllowed();
        if (store.hold(contact).isEmpty()) return;
        store.release(contact);
        audit.did(viewer, "released", new Subject(Erasures.CONTACTS, contact, head.title()), Map.of());
    }

    /** Starts erasing those that are due, as many at once as is reasonable; the rest stays due. */
    Retention.Started eraseDue(Viewer viewer) {
        viewer.require(Erasures.ERASE);
        return new Retention.Started((int) store.due(reach(viewer), AT_ONCE).stream()
                .filter(one -> erase(one, viewer))
                .count());
    }

    void automatically() {
        var rule = store.rule(false);
        var by = rule.changedBy();
        if (!rule.automatic() || by == null) return;
        if (companies.find().map(Company::trialCopy).orElse(true)) return;
        var viewer =
                viewers.of(by.id(), new Viewer.Origin(Viewer.Way.JOB, null)).orElse(null);
        if (viewer == null || !viewer.may(Erasures.ERASE)) {
            log.warn("contacts that are due are not erased: whoever wanted them erased may not do so any more");
            return;
        }
        eraseDue(viewer);
    }

    /** Whether it was started; those that may not be changed, or are being erased already, are passed over. */
    private boolean erase(UUID contact, Viewer viewer) {
        var known = contacts.contact(contact).orElse(null);
        var months = store.rule(false).months();
        if (known == null || months == null) return false;
        var head = records.find(Erasures.CONTACTS, contact, viewer).orElse(null);
        if (head == null || !head.editable() || contacts.isRunning(contact)) return false;
        var words = new ArrayList<>(Erasures.words(known));
        var language = companies.get().language();
        var reason = texts.get(language, "erasure.by-rule", String.valueOf(months));
        erasures.start(contact, new Erase(List.copyOf(words), reason, null, false), true, viewer);
        return true;
    }

    private static Condition reach(Viewer viewer) {
        return trueCondition().and(Scope.ownedBy(DUE_CONTACT.OWNER_ID).of(viewer, "customers:read"));
    }
}
