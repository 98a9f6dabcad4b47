package zhanggui.reorganisations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhanggui.access.Grant;
import zhanggui.access.Reach;
import zhanggui.access.Viewer;
import zhanggui.accounts.Accounts;
import zhanggui.listings.Page.Reference;
import zhanggui.people.Holding;
import zhanggui.people.Holding.Tally;
import zhanggui.people.Organisation;
import zhanggui.problems.Problems;
import zhanggui.problems.Refused;
import zhanggui.reorganisations.Comparison.Move;
import zhanggui.reorganisations.Effects.Misfit;
import zhanggui.reorganisations.Effects.PersonEffect;
import zhanggui.reorganisations.Effects.ReachEffect;
import zhanggui.reorganisations.Effects.ReachPart;
import zhanggui.reorganisations.Trials.Outcome;
import zhanggui.texts.Texts;

/** Tells what a trial came to, as far as whoever asks may know. */
@Component
class EffectReader {
    private static final int MOST = 500;
    private final DraftStore store;
    private final Accounts accounts;
    private final List<Holding> holdings;
    private final Problems problems;
    private final Texts texts;

    EffectReader(DraftStore store, Accounts accounts, List<Holding> holdings, Problems problems, Texts texts) {
        this.store = store;
        this.accounts = accounts;
        this.holdings = holdings.stream()
                .filter(Holding::isFiltered)
                .sorted(Comparator.comparingInt(Holding::place))
                .toList();
        this.problems = problems;
        this.texts = texts;
    }

    /** @param today the first day on which it could hold */
    Effects of(DraftStore.Kept draft, Outcome trial, LocalDate today, Viewer viewer) {
        var seen = holdings.stream().filter(kind -> isCounted(kind, viewer)).toList();
        var reaches = reaches(trial.before(), trial.after(), seen);
        var concerned = new HashSet<UUID>();
        for (var organisation : List.of(trial.before(), trial.after())) {
            organisation.seats().forEach(s -> {
                if (s.occupant() != null) concerned.add(s.occupant());
            });
        }
        var names = store.names(union(concerned, reaches.keySet()));
        var comparison = new Comparison(trial.before(), trial.after(), names, viewer.language());
        var moves = comparison.moves();
        var dayPast = draft.day().isBefore(today);
        return new Effects(
                draft.day(),
                draft.version(),
                trial.revision(),
                trial.misfits().isEmpty() && !dayPast && draft.steps() > 0,
                dayPast,
                comparison.units(),
                comparison.seats(),
                (int) moves.stream().filter(Move::toAnotherUnit).count(),
                moves.stream()
                        .limit(MOST)
                        .map(m -> new PersonEffect(reference(m.person(), names), m.differences()))
                        .toList(),
                moves.size(),
                reachEffects(reaches, seen, comparison, names, viewer),
                reaches.size(),
                holdings.stream()
                        .filter(kind -> !isCounted(kind, viewer))
                        .map(kind -> label(kind, viewer))
                        .toList(),
                comparison.warnings(),
                misfits(trial.misfits(), viewer));
    }

    List<Misfit> misfits(Map<UUID, Refused> misfits, Viewer viewer) {
        return misfits.entrySet().stream()
                .map(e -> new Misfit(
                        e.getKey(),
                        problems.describe(e.getValue(), viewer.language()).detail()))
                .toList();
    }

    /** Counts give away what there is; only whoever sees all of it gets them, and then they are right. */
    private static boolean isCounted(Holding kind, Viewer viewer) {
        return viewer.covered(kind.permissions().getFirst()).isEmpty();
    }

    private record Shift(Set<UUID> coming, Set<UUID> leaving) {}

    /** Whom people come to see, or see no more, by kind. */
    private Map<UUID, Map<String, Shift>> reaches(Organisation before, Organisation after, List<Holding> kinds) {
        var permissions = kinds.stream().map(k -> k.permissions().getFirst()).toList();
        if (permissions.isEmpty()) return Map.of();
        var shifts = new HashMap<UUID, Map<String, Shift>>();
        accounts.grants(permissions).forEach((person, grants) -> {
            for (var kind : kinds) {
                var grant = grants.get(kind.permissions().getFirst());
                if (grant == null || grant.reaches().contains(Reach.ALL)) continue;
                var shift = shift(before, after, grant, person);
                if (shift.coming().isEmpty() && shift.leaving().isEmpty()) continue;
                shifts.computeIfAbsent(person, p -> new LinkedHashMap<>()).put(kind.name(), shift);
            }
        });
        return shifts;
    }

    private static Shift shift(Organisation before, Organisation after, Grant grant, UUID person) {
        var was = before.coveredBy(grant, person).people();
        var is = after.coveredBy(grant, person).people();
        return new Shift(without(is, was), without(was, is));
    }

    private List<ReachEffect> reachEffects(
            Map<UUID, Map<String, Shift>> reaches,
            List<Holding> kinds,
            Comparison comparison,
            Map<UUID, String> names,
            Viewer viewer) {
        var owners = new HashSet<UUID>();
        reaches.values().forEach(byKind -> byKind.values().forEach(shift -> {
            owners.addAll(shift.coming());
            owners.addAll(shift.leaving());
        }));
        var tallies = new TreeMap<String, Map<UUID, Tally>>();
        for (var kind : kinds) tallies.put(kind.name(), owners.isEmpty() ? Map.of() : kind.tally(owners));
        var effects = new ArrayList<ReachEffect>();
        reaches.forEach((person, byKind) -> {
            var parts = new ArrayList<ReachPart>();
            for (var kind : kinds) {
                var shift = byKind.get(kind.name());
                if (shift == null) continue;
                var tally = tallies.getOrDefault(kind.name(), Map.of());
                parts.add(new ReachPart(
                        kind.name(),
                        label(kind, viewer),
                        shift.coming().size(),
                        sum(tally, shift.coming()),
                        shift.leaving().size(),
                        sum(tally, shift.leaving())));
            }
            effects.add(new ReachEffect(reference(person, names), comparison.unitOf(person), parts));
        });
        effects.sort(Comparator.comparingInt(EffectReader::weight)
                .reversed()
                .thenComparing(e -> String.valueOf(e.person().name()))
                .thenComparing(e -> e.person().id()));
        return effects.stream().limit(MOST).toList();
    }

    private static int weight(ReachEffect effect) {
        return effect.parts().stream().mapToInt(p -> p.gained() + p.lost()).sum();
    }

    private static int sum(Map<UUID, Tally> tally, Set<UUID> people) {
        var none = new Tally(0, List.of());
        return people.stream()
                .mapToInt(p -> tally.getOrDefault(p, none).number())
                .sum();
    }

    private String label(Holding kind, Viewer viewer) {
        return texts.get(viewer.language(), "holding." + kind.name());
    }

    private static Reference reference(UUID person, Map<UUID, String> names) {
        return new Reference(person, names.get(person));
    }

    private static Set<UUID> without(Set<UUID> some, Set<UUID> others) {
        var left = new LinkedHashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
