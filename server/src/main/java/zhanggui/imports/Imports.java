package zhanggui.imports;

import static zhanggui.imports.db.Tables.IMPORT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.access.Scope;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Erased;
import zhanggui.audit.Subject;
import zhanggui.imports.ImportRuns.Asked;
import zhanggui.imports.files.CellText;
import zhanggui.jobs.Jobs;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.General;
import zhanggui.problems.Refused;

/**
 * The way of a file from upload to report. An import is its owner's to decide on; others who may read imports of that
 * owner see it. Files are read outside of transactions, so that they hold no connection meanwhile.
 */
@Service
class Imports {
    static final String RUN = "imports:run";
    static final String READ = "imports:read";
    static final Scope SCOPE = Scope.ownedBy(IMPORT.OWNER_ID);
    private static final Scope OWN = (viewer, permission) -> IMPORT.OWNER_ID.eq(viewer.id());
    private static final Scope VISIBLE = OWN.or(SCOPE);
    private static final long LARGEST_FILE = 64L << 20;

    private final ImportStore store;
    private final ImportKinds kinds;
    private final Examination examination;
    private final ImportView.Maker views;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Imports(
            ImportStore store,
            ImportKinds kinds,
            Examination examination,
            ImportView.Maker views,
            Jobs jobs,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.kinds = kinds;
        this.examination = examination;
        this.views = views;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was read from files is in the records; the files may tell of whoever is forgotten. */
    @EventListener
    void erased(Erased erased) {
        if (erased.uploads()) store.dropFiles(0);
    }

    ImportView upload(String kindName, String fileName, byte[] content, Viewer viewer) {
        var kind = kinds.find(kindName, viewer);
        if (content.length > LARGEST_FILE) throw Refused.because(General.TOO_LARGE);
        var name = plain(fileName);
        var examined = examination.examine(kind, name, content, viewer);
        return in(() -> {
            var id = store.add(kind.name(), name, content, examined, viewer);
            audit.did(viewer, "created", subject(id, name), Map.of("kind", kind.name()));
            return view(id, viewer);
        });
    }

    ImportView view(UUID id, Viewer viewer) {
        return views.of(find(id, viewer), viewer);
    }

    ImportView change(UUID id, SpecChange change, Viewer viewer) {
        var one = mine(id, viewer);
        one.mustBeOpen();
        if (one.version() != change.version()) throw Refused.stale(views.of(one, viewer));
        var layout = change.layout() == null ? one.layout().wanted() : change.layout();
        var examined = examination.examine(
                kinds.find(one.kind(), viewer), one.fileName(), store.content(id), layout, change, viewer);
        return in(() -> {
            if (!store.change(id, change.version(), examined)) throw Refused.stale(view(id, viewer));
            return view(id, viewer);
        });
    }

    /** Returns the job that tries everything and undoes it. */
    UUID check(UUID id, Viewer viewer) {
        return start(id, false, false, viewer);
    }

    /** Returns the job that imports: everything, or everything that is not refused. */
    UUID run(UUID id, boolean withRefused, Viewer viewer) {
        return start(id, true, withRefused, viewer);
    }

    private UUID start(UUID id, boolean keep, boolean withRefused, Viewer viewer) {
        return in(() -> {
            var one = mine(id, viewer);
            one.mustBeOpen();
            mustBeComplete(one, viewer);
            var within = viewer.origin().way() == Viewer.Way.TOKEN
                    ? List.copyOf(viewer.grants().keySet())
                    : null;
            var asked = new Asked(id, keep, withRefused, within);
            if (!store.begin(id, asked.state())) throw Refused.because(ImportReasons.BUSY);
            var job = jobs.start(keep ? ImportJobs.RUN : ImportJobs.CHECK, one.fileName(), asked, viewer);
            store.job(id, job);
            return job;
        });
    }

    void remove(UUID id, Viewer viewer) {
        in(() -> {
            var one = mine(id, viewer);
            one.mustBeQuiet();
            if (!store.remove(id)) throw Refused.because(ImportReasons.BUSY);
            audit.did(viewer, "deleted", subject(id, one.fileName()), Map.of("kind", one.kind()));
            return id;
        });
    }

    /** An import somebody may see, of a kind they may import. */
    Import find(UUID id, Viewer viewer) {
        var one = store.find(id, VISIBLE.of(viewer, READ)).orElseThrow(Refused::notFound);
        kinds.find(one.kind(), viewer);
        return one;
    }

    private Import mine(UUID id, Viewer viewer) {
        var one = find(id, viewer);
        if (!one.owner().equals(viewer.id())) throw Refused.notAllowed();
        return one;
    }

    private void mustBeComplete(Import one, Viewer viewer) {
        var problems = new ArrayList<FieldProblem>();
        for (var field : kinds.find(one.kind(), viewer).fields()) {
            if (ImportView.isMissing(field, one.spec())) {
                problems.add(FieldProblem.of("mapping." + field.key(), "required"));
            }
        }
        if (one.findings().dateOrderNeeded()) problems.add(FieldProblem.of("dateOrder", "import-date-order"));
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }

    static Subject subject(UUID id, String fileName) {
        return new Subject("imports", id, fileName);
    }

    /** A name without folders and what no name holds. */
    private static String plain(String fileName) {
        var last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        var plain = CellText.cut(last.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip(), 200);
        return plain.isEmpty() ? "import" : plain;
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
