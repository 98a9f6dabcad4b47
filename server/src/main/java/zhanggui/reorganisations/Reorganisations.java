package zhanggui.reorganisations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.listings.Page.Reference;
import zhanggui.people.OrganisationView;
import zhanggui.people.Organisations;
import zhanggui.problems.Refused;
import zhanggui.reorganisations.DraftStore.Kept;
import zhanggui.reorganisations.Effects.Misfit;
import zhanggui.reorganisations.ReorganisationView.StepView;
import zhanggui.reorganisations.ReorganisationView.Summary;

/** Drafts of the organisation: drawn up step by step, looked at, and applied as a whole or not at all. */
@Service
public class Reorganisations {
    static final String TYPE = "reorganisations";
    private static final int MOST_STEPS = 300;
    private final DraftStore store;
    private final Trials trials;
    private final Steps steps;
    private final EffectReader effects;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate saving;

    Reorganisations(
            DraftStore store,
            Trials trials,
            Steps steps,
            EffectReader effects,
            Organisations organisations,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.trials = trials;
        this.steps = steps;
        this.effects = effects;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.saving = new TransactionTemplate(transactions);
    }

    /** A draft as the log tells of it. */
    record Described(String name, LocalDate day) {}

    @Transactional(readOnly = true)
    List<Summary> all() {
        return store.all().stream().map(Summary::of).toList();
    }

    @Transactional
    UUID add(String name, LocalDate day, Viewer viewer) {
        requireDay(day, viewer);
        var id = store.add(name.strip(), day, viewer.id());
        audit.created(viewer, new Subject(TYPE, id, name.strip()), new Described(name.strip(), day));
        return id;
    }

    ReorganisationView view(UUID id, Viewer viewer) {
        var draft = store.find(id).orElseThrow(Refused::notFound);
        var all = store.steps(id);
        if (draft.state() != DraftState.DRAFT) return view(draft, all, List.of(), null, viewer);
        var drafted = trials.view(all, trialDay(draft, viewer), viewer);
        return view(draft, all, effects.misfits(drafted.misfits(), viewer), drafted.organisation(), viewer);
    }

    Effects effects(UUID id, Viewer viewer) {
        var draft = store.find(id).orElseThrow(Refused::notFound);
        requireOpen(draft);
        var trial = trials.of(store.steps(id), trialDay(draft, viewer), viewer);
        return effects.of(draft, trial, today(viewer), viewer);
    }

    @Transactional
    void change(UUID id, String name, LocalDate day, int version, Viewer viewer) {
        var draft = open(id, version);
        if (!day.equals(draft.day())) requireDay(day, viewer);
        store.change(id, name.strip(), day);
        audit.changed(
                viewer,
                new Subject(TYPE, id, name.strip()),
                new Described(draft.name(), draft.day()),
                new Described(name.strip(), day));
    }

    /** @throws Refused when the step cannot be done after those there are */
    ReorganisationView addStep(UUID id, NewStep entered, Viewer viewer) {
        var draft = store.find(id).orElseThrow(Refused::notFound);
        requireOpen(draft);
        requireVersion(draft, entered.version());
        if (draft.steps() >= MOST_STEPS) throw Refused.because(ReorganisationReasons.TOO_MANY, MOST_STEPS);
        var step = entered.step(organisations.newId(), organisations.newId());
        if (step.person() != null && !store.names(List.of(step.person())).containsKey(step.person())) {
            throw Refused.invalid("person", "unknown", step.person());
        }
        var drafted = trials.adding(store.steps(id), step, trialDay(draft, viewer), viewer);
        var next =
                save(id, entered.version(), () -> store.add(id, drafted.steps().getLast()));
        return view(next, drafted.steps(), effects.misfits(drafted.misfits(), viewer), drafted.organisation(), viewer);
    }

    ReorganisationView removeStep(UUID id, UUID step, int version, Viewer viewer) {
        requireStep(id, step);
        save(id, version, () -> store.remove(id, step));
        return view(id, viewer);
    }

    /** Has a step start from what there is now, where that is no longer what it was when the step was entered. */
    ReorganisationView renewStep(UUID id, UUID step, int version, Viewer viewer) {
        var draft = store.find(id).orElseThrow(Refused::notFound);
        requireOpen(draft);
        requireStep(id, step);
        var before =
                store.steps(id).stream().takeWhile(s -> !s.id().equals(step)).toList();
        var one = store.steps(id).get(before.size());
        var again = trials.again(before, one, trialDay(draft, viewer), viewer);
        save(id, version, () -> store.replace(again));
        return view(id, viewer);
    }

    /**
     * Lets a draft become the organisation from its day on, all of it in one transaction.
     *
     * @param revision the organisation its effects were looked at with
     * @throws Refused when anything of it does not fit, or the organisation changed since it was looked at
     */
    @Transactional
    public void apply(UUID id, int version, long revision, Viewer viewer) {
        var draft = open(id, version);
        if (draft.day().isBefore(today(viewer))) throw Refused.because(ReorganisationReasons.DAY_PAST, draft.day());
        var all = store.steps(id);
        if (all.isEmpty()) throw Refused.because(ReorganisationReasons.NOTHING);
        organisations.hold();
        if (organisations.revision() != revision) throw Refused.because(ReorganisationReasons.MEANWHILE);
        var misfits = steps.run(all, draft.day(), viewer.because("reorganisation", draft.name()));
        if (!misfits.isEmpty()) throw Refused.because(ReorganisationReasons.UNFIT, misfits.size());
        store.end(id, DraftState.APPLIED, viewer.id());
        audit.did(viewer, "applied", subject(draft), Map.of("day", draft.day(), "steps", all.size()));
    }

    @Transactional
    void discard(UUID id, int version, Viewer viewer) {
        var draft = open(id, version);
        store.end(id, DraftState.DISCARDED, viewer.id());
        audit.did(viewer, "discarded", subject(draft), Map.of("day", draft.day(), "steps", draft.steps()));
    }

    private Kept save(UUID id, int version, Runnable change) {
        return Objects.requireNonNull(saving.execute(status -> {
            open(id, version);
            change.run();
            store.touch(id);
            return store.find(id).orElseThrow();
        }));
    }

    private Kept open(UUID id, int version) {
        var draft = store.locked(id).orElseThrow(Refused::notFound);
        requireOpen(draft);
        requireVersion(draft, version);
        return draft;
    }

    private static void requireOpen(Kept draft) {
        if (draft.state() != DraftState.DRAFT) throw Refused.because(ReorganisationReasons.OVER, draft.name());
    }

    private static void requireVersion(Kept draft, int version) {
        if (draft.version() != version) throw Refused.stale(Summary.of(draft));
    }

    private void requireStep(UUID id, UUID step) {
        if (store.steps(id).stream().noneMatch(s -> s.id().equals(step))) throw Refused.notFound();
    }

    private void requireDay(LocalDate day, Viewer viewer) {
        if (day.isBefore(today(viewer))) throw Refused.because(ReorganisationReasons.DAY_PAST, day);
    }

    private LocalDate today(Viewer viewer) {
        return viewer.calendar().day(clock.instant());
    }

    /** A draft whose day went by is looked at with today's organisation until it gets another day. */
    private LocalDate trialDay(Kept draft, Viewer viewer) {
        var today = today(viewer);
        return draft.day().isBefore(today) ? today : draft.day();
    }

    private ReorganisationView view(
            Kept draft, List<Step> all, List<Misfit> misfits, @Nullable OrganisationView organisation, Viewer viewer) {
        var people = new HashSet<UUID>();
        all.forEach(s -> {
            if (s.told().person() != null) people.add(s.told().person());
        });
        var names = people.isEmpty() ? Map.<UUID, String>of() : store.names(people);
        Map<UUID, String> why = misfits.stream().collect(Collectors.toMap(Misfit::step, Misfit::problem));
        Function<Step, StepView> told = s -> told(s, names, why.get(s.id()), viewer);
        return new ReorganisationView(Summary.of(draft), all.stream().map(told).toList(), organisation);
    }

    private static StepView told(Step step, Map<UUID, String> names, @Nullable String problem, Viewer viewer) {
        var told = step.told();
        var language = viewer.language();
        return new StepView(
                step.id(),
                step.kind(),
                step.subject(),
                told.subject() == null ? "" : told.subject().in(language),
                told.person() == null ? null : new Reference(told.person(), names.get(told.person())),
                told.from() == null ? null : told.from().in(language),
                told.to() == null ? null : told.to().in(language),
                Boolean.TRUE.equals(step.head()),
                problem);
    }

    private static Subject subject(Kept draft) {
        return new Subject(TYPE, draft.id(), draft.name());
    }
}
