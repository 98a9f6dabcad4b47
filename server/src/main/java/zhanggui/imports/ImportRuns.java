package zhanggui.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.access.Grant;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.imports.Import.State;
import zhanggui.imports.files.Table;
import zhanggui.jobs.JobRun;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** Does the work of checks and runs: one transaction each, kept in whole or undone in whole. */
@Component
class ImportRuns {
    private final ImportStore store;
    private final ImportKinds kinds;
    private final ImportMemory memory;
    private final FileReading files;
    private final Meanings meanings;
    private final Audit audit;
    private final Texts texts;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    ImportRuns(
            ImportStore store,
            ImportKinds kinds,
            ImportMemory memory,
            FileReading files,
            Meanings meanings,
            Audit audit,
            Texts texts,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.kinds = kinds;
        this.memory = memory;
        this.files = files;
        this.meanings = meanings;
        this.audit = audit;
        this.texts = texts;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What a job is asked to do.
     *
     * @param keep whether the rows are to stay; else it is a check
     * @param withRefused whether the good rows are to stay when others are refused
     * @param within the permissions it may use at most, when it was asked for by a token
     */
    record Asked(
            UUID id,
            boolean keep,
            boolean withRefused,
            @Nullable List<String> within) {
        State state() {
            return keep ? State.RUNNING : State.CHECKING;
        }
    }

    /** Returns the report, stored with the job's end; of a job that ended before, the one stored then. */
    ImportReport work(Asked asked, JobRun run) {
        long begun = System.nanoTime();
        var one = store.find(asked.id, DSL.noCondition()).orElseThrow(Refused::notFound);
        var earlier = reported(one, asked, run);
        if (earlier != null) {
            run.done(earlier);
            return earlier;
        }
        var viewer = limited(run.viewer(), asked.within);
        var kind = kinds.open(kinds.get(one.kind()).orElseThrow(Refused::notFound), viewer);
        if (!viewer.may(Imports.RUN) || !viewer.may(kind.permission())) {
            throw Refused.because(ImportReasons.PERMISSION_LOST, texts.get(viewer.language(), "import." + kind.name()));
        }
        var table =
                files.read(store.content(one.id()), one.fileName(), one.layout().wanted(), heading -> false);
        run.progress(0, table.rows().size());
        var worked = Objects.requireNonNull(transaction.execute(status -> {
            store.alone(one.id());
            var meanwhile =
                    reported(store.find(one.id(), DSL.noCondition()).orElseThrow(Refused::notFound), asked, run);
            if (meanwhile != null) {
                run.done(meanwhile);
                return new Worked(meanwhile, List.of(), true);
            }
            var passed = pass(kind, one, table, asked, viewer, run, begun);
            if (passed.report.imported()) keep(one, table, passed, viewer, run);
            else status.setRollbackOnly();
            return passed;
        }));
        if (!worked.stored) {
            transaction.executeWithoutResult(status -> {
                store.report(one.id(), State.CHECKED, worked.report, worked.rows);
                run.done(worked.report);
            });
        }
        return worked.report;
    }

    /** @param stored whether the report is kept already, with the rows it tells of or by an earlier run of the job */
    private record Worked(ImportReport report, List<RowOutcome> rows, boolean stored) {}

    /** The report of a job that came to its end before, though nobody was told; else it must still be waiting for it. */
    private static @Nullable ImportReport reported(Import one, Asked asked, JobRun run) {
        boolean same = run.id().equals(one.job());
        if (same && (one.state() == State.DONE || one.state() == State.CHECKED)) return one.report();
        if (same && one.state() == asked.state()) return null;
        throw Refused.because(ImportReasons.MOVED_ON);
    }

    private Worked pass(ImportKind kind, Import one, Table table, Asked asked, Viewer viewer, JobRun run, long begun) {
        int rows = table.rows().size();
        var pass = new Pass(
                kind, one.spec(), table, viewer, meanings, savepoint, done -> run.progress(Math.min(done, rows), rows));
        pass.run();
        int refused = pass.count(RowOutcome.Kind.REFUSED);
        var report = new ImportReport(
                pass.count(RowOutcome.Kind.CREATED),
                pass.count(RowOutcome.Kind.UPDATED),
                pass.count(RowOutcome.Kind.SKIPPED),
                refused,
                rows,
                new BigDecimal(System.nanoTime() - begun).movePointLeft(9).setScale(1, RoundingMode.HALF_UP),
                asked.keep && (refused == 0 || asked.withRefused));
        return new Worked(report, pass.kept(), report.imported());
    }

    private void keep(Import one, Table table, Worked worked, Viewer viewer, JobRun run) {
        var report = worked.report;
        store.report(one.id(), State.DONE, report, worked.rows);
        memory.remember(one.kind(), table.headings(), one.spec());
        audit.did(
                viewer,
                "imported",
                new Subject("imports", one.id(), one.fileName()),
                Map.of(
                        "kind",
                        one.kind(),
                        "created",
                        report.created(),
                        "updated",
                        report.updated(),
                        "skipped",
                        report.skipped(),
                        "refused",
                        report.refused()));
        run.done(report);
    }

    /** A token lends its own permissions only, also to the work it starts. */
    private static Viewer limited(Viewer viewer, @Nullable List<String> within) {
        if (within == null) return viewer;
        var grants = new HashMap<String, Grant>(viewer.grants());
        grants.keySet().retainAll(within);
        return viewer.holding(grants);
    }
}
