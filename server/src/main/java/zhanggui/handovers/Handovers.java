package zhanggui.handovers;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.accounts.Accounts;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.handovers.HandoverView.Item;
import zhanggui.handovers.HandoverView.ItemState;
import zhanggui.handovers.HandoverView.Items;
import zhanggui.handovers.HandoverView.Share;
import zhanggui.jobs.Jobs;
import zhanggui.people.Holding;
import zhanggui.people.People;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** Handing over what people had in hand. What moves is settled when it starts; a job moves it, some at a time. */
@Service
@Transactional
public class Handovers {
    static final String RUN = "handovers:run";
    static final String FIELD_CLOSED = "field-closed";
    private final Allotment allotment;
    private final Previews previews;
    private final HandoverStore store;
    private final Jobs jobs;
    private final People people;
    private final Accounts accounts;
    private final Audit audit;
    private final Texts texts;

    Handovers(
            Allotment allotment,
            Previews previews,
            HandoverStore store,
            Jobs jobs,
            People people,
            Accounts accounts,
            Audit audit,
            Texts texts) {
        this.allotment = allotment;
        this.previews = previews;
        this.store = store;
        this.jobs = jobs;
        this.people = people;
        this.accounts = accounts;
        this.audit = audit;
        this.texts = texts;
    }

    @Transactional(readOnly = true)
    HandoverPreview preview(Plan plan, Viewer viewer) {
        requireReach(plan.leaver(), viewer);
        return previews.of(plan, viewer);
    }

    /** @return the id of the hand-over; where nothing moves, it is over at once */
    UUID start(Plan.Start start, Viewer viewer) {
        var leaver = start.plan().leaver();
        requireReach(leaver, viewer);
        var person = store.leaver(leaver).orElseThrow(Refused::notFound).person();
        var portions = allotment.of(start.plan(), viewer);
        int total = portions.stream().mapToInt(p -> p.heirs().size()).sum();
        var id = added(start, total, viewer);
        if (start.leftOn() != null) leave(leaver, start.leftOn(), viewer);
        if (start.block()) accounts.disable(leaver, viewer);
        audit.did(
                viewer,
                "started",
                new Subject("handovers", id, String.valueOf(person.name())),
                Map.of(
                        "leaver",
                        String.valueOf(person.name()),
                        "total",
                        total,
                        "reason",
                        start.reason().strip()));
        if (total > 0) {
            store.addItems(id, portions);
            store.run(id, jobs.start(HandoverJob.KIND, title(person.name(), viewer), Map.of("handover", id), viewer));
        }
        return id;
    }

    private UUID added(Plan.Start start, int total, Viewer viewer) {
        try {
            return store.add(start, total, viewer.id());
        } catch (DuplicateKeyException e) {
            throw Refused.because(HandoverReasons.RUNNING);
        }
    }

    private void leave(UUID leaver, LocalDate leftOn, Viewer viewer) {
        viewer.require("people:edit");
        people.leave(leaver, leftOn, viewer);
    }

    /** Goes on with what is left of one that failed or was cancelled. */
    void resume(UUID id, Viewer viewer) {
        if (store.view(id, viewer).isEmpty()) throw Refused.notFound();
        var handover = store.locked(id).orElseThrow(Refused::notFound);
        if (!viewer.may(RUN, handover.leaver().id())) throw Refused.notAllowed();
        if (handover.state() == HandoverState.RUNNING) throw Refused.because(HandoverReasons.RUNNING);
        if (handover.state() == HandoverState.DONE) throw Refused.because(HandoverReasons.OVER);
        if (store.settled(id) == handover.total()) {
            store.nothingLeft(id);
            return;
        }
        var title = title(handover.leaver().name(), viewer);
        try {
            store.run(id, jobs.start(HandoverJob.KIND, title, Map.of("handover", id), viewer));
        } catch (DuplicateKeyException e) {
            throw Refused.because(HandoverReasons.RUNNING);
        }
    }

    @Transactional(readOnly = true)
    HandoverView view(UUID id, Viewer viewer) {
        var view = store.view(id, viewer).orElseThrow(Refused::notFound);
        var shares = store.shares(id).stream()
                .map(s -> new Share(s.heir(), s.kind(), label(s.kind(), viewer), s.moved(), s.skipped(), s.waiting()))
                .toList();
        return new HandoverView(
                view.id(),
                view.number(),
                view.leaver(),
                view.reason(),
                view.leftOn(),
                view.blocked(),
                view.state(),
                view.job(),
                view.message(),
                view.total(),
                view.moved(),
                view.skipped(),
                view.createdBy(),
                view.createdAt(),
                view.endedAt(),
                shares,
                view.mayResume());
    }

    /** Names are told to those who may read what is, or was, the leaver's. */
    @Transactional(readOnly = true)
    Items items(UUID id, @Nullable ItemState state, int page, int size, Viewer viewer) {
        var view = store.view(id, viewer).orElseThrow(Refused::notFound);
        var kinds = allotment.holdings().stream().collect(Collectors.toMap(Holding::name, k -> k));
        var rows = store.items(id, state, Math.max(1, page), Math.clamp(size, 1, 200)).stream()
                .map(row -> {
                    var kind = kinds.get(row.kind());
                    var read = kind == null ? "" : kind.permissions().getFirst();
                    var seen = viewer.may(read, view.leaver().id())
                            || viewer.may(read, row.heir().id());
                    return new Item(
                            row.place(),
                            row.kind(),
                            label(row.kind(), viewer),
                            kind == null ? "" : kind.list(),
                            row.record(),
                            seen ? row.name() : null,
                            row.heir(),
                            row.state(),
                            row.reason() == null ? null : previews.reason(row.reason(), viewer));
                })
                .toList();
        return new Items(rows, store.number(id, state));
    }

    private String label(String kind, Viewer viewer) {
        return texts.get(viewer.language(), "holding." + kind);
    }

    private String title(@Nullable String leaver, Viewer viewer) {
        return texts.get(viewer.language(), "handover.title", String.valueOf(leaver));
    }

    private static void requireReach(UUID leaver, Viewer viewer) {
        if (!viewer.may(RUN, leaver)) throw Refused.notAllowed();
    }

    /** What histories say of it. */
    static String why(HandoverStore.Kept handover) {
        return handover.number() + " " + handover.reason();
    }
}
