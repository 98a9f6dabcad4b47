package zhanggui.edits;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import zhanggui.access.Viewer;
import zhanggui.edits.TargetStore.Outcome;
import zhanggui.edits.TargetStore.Target;
import zhanggui.jobs.JobKind;
import zhanggui.jobs.JobRun;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.General;
import zhanggui.problems.Problems;
import zhanggui.problems.Refused;

/**
 * Does one thing to many records, one transaction each, in which is also written that it is done: a job that begins anew
 * goes on where it was.
 */
@Component
class BulkJob implements JobKind {
    static final String NAME = "bulk";
    private static final int AT_ONCE = 20;
    private static final Duration KEPT = Duration.ofDays(90);
    private final Edits edits;
    private final TargetStore store;
    private final Problems problems;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BulkJob(Edits edits, TargetStore store, Problems problems, Clock clock, PlatformTransactionManager transactions) {
        this.edits = edits;
        this.store = store;
        this.problems = problems;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    static RecurringTask<Void> forgetOutcomesTask(ObjectProvider<BulkJob> job) {
        return Tasks.recurring("forget-bulk-outcomes", Schedules.fixedDelay(Duration.ofDays(1)))
                .execute((instance, context) -> job.getObject().forget());
    }

    void forget() {
        store.forget(clock.instant().minus(KEPT));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isAwaited() {
        return true;
    }

    @Override
    public void run(JsonNode input, JobRun run) {
        var viewer = run.viewer();
        var action = edits.action(text(input, "list"), text(input, "action"));
        var permission = action.permission();
        if (permission != null) viewer.require(permission);
        action.check(input.path("input"), viewer);
        long total = store.count(run.id());
        long done = store.tally(run.id()).all();
        while (true) {
            run.progress(done, total);
            var some = store.waiting(run.id(), AT_ONCE);
            if (some.isEmpty()) break;
            for (var target : some) apply(action, target, input.path("input"), viewer);
            done += some.size();
        }
        var tally = store.tally(run.id());
        transaction.executeWithoutResult(status -> run.done(Map.of(
                "list",
                text(input, "list"),
                "action",
                text(input, "action"),
                "done",
                tally.done(),
                "unchanged",
                tally.unchanged(),
                "refused",
                tally.refused())));
    }

    private void apply(BulkAction action, Target target, JsonNode input, Viewer viewer) {
        try {
            transaction.executeWithoutResult(status -> {
                var changed = action.apply(target.record(), input, viewer);
                // Another server did it: whatever was done here is undone.
                if (!store.say(target.id(), changed ? Outcome.DONE : Outcome.UNCHANGED, null)) status.setRollbackOnly();
            });
        } catch (Refused e) {
            refused(target.id(), words(e, viewer));
        } catch (DataIntegrityViolationException e) {
            refused(
                    target.id(),
                    problems.describe(General.CONFLICT, viewer.language()).detail());
        }
    }

    private void refused(UUID target, String message) {
        transaction.executeWithoutResult(status -> store.say(target, Outcome.REFUSED, message));
    }

    /** What is wrong with the fields says more than that something is. */
    private String words(Refused refused, Viewer viewer) {
        if (refused.fields().isEmpty())
            return problems.describe(refused, viewer.language()).detail();
        return refused.fields().stream()
                .map((FieldProblem field) -> problems.describe(field, viewer.language()))
                .distinct()
                .reduce((a, b) -> a + "; " + b)
                .orElseThrow();
    }

    private static String text(JsonNode input, String field) {
        return input.path(field).asString();
    }
}
