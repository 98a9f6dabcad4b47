package zhanggui.opportunities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.problems.FieldProblem;
import zhanggui.texts.Language;

/**
 * An ordered way from first talk to won or lost.
 *
 * @param stages in their order, retired ones last
 */
record Pipeline(UUID id, String name, String nameEn, int position, boolean retired, int version, List<Stage> stages) {

    String name(Language language) {
        return language == Language.EN ? nameEn : name;
    }

    /** Where opportunities begin. */
    Stage first() {
        return open().getFirst();
    }

    /** Where work on an opportunity has begun: the open stage after the first, where there is one. */
    Stage engaging() {
        var open = open();
        return open.size() > 1 ? open.get(1) : open.getFirst();
    }

    Stage won() {
        return present(Outcome.WON).getFirst();
    }

    Stage lost() {
        return present(Outcome.LOST).getFirst();
    }

    Optional<Stage> stage(UUID id) {
        return stages.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The stage called that in either language. */
    @Nullable Stage named(String text) {
        return stages.stream()
                .filter(s -> s.name().equalsIgnoreCase(text) || s.nameEn().equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    private List<Stage> open() {
        return present(Outcome.OPEN);
    }

    private List<Stage> present(Outcome outcome) {
        return stages.stream()
                .filter(s -> !s.retired() && s.outcome() == outcome)
                .toList();
    }

    /** Why it cannot be. */
    List<FieldProblem> problems() {
        var problems = new ArrayList<FieldProblem>();
        if (open().isEmpty()) problems.add(FieldProblem.of("stages", "pipeline-needs-open"));
        if (present(Outcome.WON).size() != 1) problems.add(FieldProblem.of("stages", "pipeline-needs-one-won"));
        if (present(Outcome.LOST).isEmpty()) problems.add(FieldProblem.of("stages", "pipeline-needs-lost"));
        var names = new HashSet<String>();
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            if (!stage.retired() && !names.add(stage.name().toLowerCase(Locale.ROOT))) {
                problems.add(FieldProblem.of("stages[" + i + "].name", "taken", stage.name()));
            }
        }
        return problems;
    }

    /** What is allowed but odd: a later open stage that is less likely to be won than an earlier one. */
    List<FieldProblem> warnings() {
        var warnings = new ArrayList<FieldProblem>();
        Stage before = null;
        for (var stage : stages) {
            if (stage.retired() || stage.outcome() != Outcome.OPEN) continue;
            if (before != null && stage.probability().compareTo(before.probability()) < 0) {
                warnings.add(FieldProblem.of(
                        "stages[" + stages.indexOf(stage) + "].probability",
                        "probability-falls",
                        stage.name(),
                        before.name()));
            }
            before = stage;
        }
        return warnings;
    }
}
