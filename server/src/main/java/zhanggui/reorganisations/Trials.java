package zhanggui.reorganisations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.access.Viewer;
import zhanggui.people.Organisation;
import zhanggui.people.OrganisationView;
import zhanggui.people.Organisations;
import zhanggui.problems.Refused;

/** Finds out what a draft would do by doing it and undoing it again. */
@Component
class Trials {
    private final Organisations organisations;
    private final Steps steps;
    private final TransactionTemplate undone;

    Trials(Organisations organisations, Steps steps, PlatformTransactionManager transactions) {
        this.organisations = organisations;
        this.steps = steps;
        this.undone = new TransactionTemplate(transactions);
        undone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What came of it.
     *
     * @param misfits the steps that did not fit, with why
     * @param revision the organisation it was done to
     */
    record Outcome(Organisation before, Organisation after, Map<UUID, Refused> misfits, long revision) {}

    /** The organisation as a draft would have it. */
    record Drafted(OrganisationView organisation, Map<UUID, Refused> misfits, List<Step> steps) {}

    Outcome of(List<Step> all, LocalDate day, Viewer viewer) {
        return undo(() -> {
            var revision = organisations.revision();
            var before = organisations.on(day);
            var misfits = steps.run(all, day, viewer);
            return new Outcome(before, organisations.on(day), misfits, revision);
        });
    }

    Drafted view(List<Step> all, LocalDate day, Viewer viewer) {
        return undo(() -> {
            var misfits = steps.run(all, day, viewer);
            return new Drafted(organisations.view(day), misfits, all);
        });
    }

    /**
     * The same with one more step at the end, which knows what it changes.
     *
     * @throws Refused when it cannot be done after the others
     */
    Drafted adding(List<Step> all, Step next, LocalDate day, Viewer viewer) {
        return undo(() -> {
            var misfits = steps.run(all, day, viewer);
            var found = steps.look(next, day).orElseThrow(() -> Refused.because(ReorganisationReasons.STEP_GONE));
            steps.take(next, day, viewer);
            var added = new ArrayList<>(all);
            added.add(next.seeing(found.seen(), found.told()));
            return new Drafted(organisations.view(day), misfits, added);
        });
    }

    /**
     * One step as it would be entered now, after those before it.
     *
     * @throws Refused when it cannot be done
     */
    Step again(List<Step> before, Step step, LocalDate day, Viewer viewer) {
        return undo(() -> {
            steps.run(before, day, viewer);
            var found = steps.look(step, day).orElseThrow(() -> Refused.because(ReorganisationReasons.STEP_GONE));
            steps.take(step, day, viewer);
            return step.seeing(found.seen(), found.told());
        });
    }

    private <T> T undo(Supplier<T> trial) {
        return Objects.requireNonNull(undone.execute(status -> {
            status.setRollbackOnly();
            organisations.hold();
            return trial.get();
        }));
    }
}
