package zhanggui.activities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.imports.RowMemory;
import zhanggui.problems.FieldProblem;

/** Some rows of a file, sorted into what is new, what is changed, and what becomes of each. */
final class Arrivals<T extends Arrival<S>, S> {
    private final List<T> created = new ArrayList<>();
    private final List<T> changed = new ArrayList<>();
    private final Map<UUID, S> before = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /** What is known of the file so far; forgotten with rows that are undone. */
    record File(Set<String> ids, Set<UUID> created) {
        static File begun(RowMemory memory) {
            return new File(memory.set(), memory.set());
        }
    }

    /**
     * @param stored whether the same is stored already, asked of what has no external id to be known by
     */
    Arrivals(List<ImportRow> rows, List<Reading<T, S>> read, File file, Predicate<T> stored) {
        for (int i = 0; i < rows.size(); i++) {
            var id = rows.get(i).text("externalId");
            outcomes.add(
                    id != null && (file.ids.contains(id) || !ids.add(id))
                            ? refused(List.of(FieldProblem.of("externalId", "repeated")))
                            : sorted(read.get(i), stored));
        }
    }

    private Outcome sorted(Reading<T, S> reading, Predicate<T> stored) {
        return switch (reading) {
            case Reading.Wrong<T, S>(var problems) -> refused(problems);
            case Reading.Understood<T, S>(var now, var old)
            when old == null -> {
                if (now.externalId() == null && stored.test(now)) yield skipped("", "there-already");
                created.add(now);
                yield new Outcome.Created(now.id());
            }
            case Reading.Understood<T, S>(var now, var old) when now.isLike(old) -> skipped("externalId", "unchanged");
            case Reading.Understood<T, S>(var now, var old) -> {
                changed.add(now);
                before.put(now.id(), old);
                yield new Outcome.Updated(now.id());
            }
        };
    }

    private static Outcome refused(List<FieldProblem> problems) {
        return new Outcome.Refused(problems);
    }

    private static Outcome skipped(String field, String code) {
        return new Outcome.Skipped(FieldProblem.of(field, code));
    }

    /** Once they are in. */
    void remember(File file) {
        file.ids.addAll(ids);
        created.forEach(one -> file.created.add(one.id()));
    }

    List<T> created() {
        return created;
    }

    List<T> changed() {
        return changed;
    }

    /** What the changed ones were, by id. */
    Map<UUID, S> before() {
        return before;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** Those of some readings that are new and without an external id. */
    static <T extends Arrival<S>, S> List<T> nameless(List<Reading<T, S>> read) {
        Function<Reading<T, S>, List<T>> now = one -> one instanceof Reading.Understood<T, S>(var arrival, var old)
                        && old == null
                        && arrival.externalId() == null
                ? List.of(arrival)
                : List.of();
        return read.stream().flatMap(one -> now.apply(one).stream()).toList();
    }
}
