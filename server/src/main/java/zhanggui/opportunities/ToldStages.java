package zhanggui.opportunities;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhanggui.opportunities.PastCourse.Told;
import zhanggui.problems.FieldProblem;

/** A history as files tell it, stage by stage: {@code Proposal@2024-03-01; Negotiation@2024-03-20}. */
final class ToldStages {
    private static final String FIELD = "stageHistory";

    private ToldStages() {}

    /**
     * @param problems grows by what is wrong with it
     * @return nothing where nothing is told, or nothing that can be used
     */
    static List<Told> read(
            @Nullable String text,
            Pipeline pipeline,
            @Nullable LocalDate closed,
            LocalDate today,
            List<FieldProblem> problems) {
        var told = new ArrayList<Told>();
        if (text == null) return told;
        for (var part : text.split("[;；]")) {
            if (part.isBlank()) continue;
            var one = read(part, pipeline);
            var problem = one == null
                    ? FieldProblem.of(FIELD, "value-unreadable", part.strip())
                    : problem(one, told, closed, today, part.strip());
            if (problem != null) {
                problems.add(problem);
                return List.of();
            }
            told.add(Objects.requireNonNull(one));
        }
        return told;
    }

    private static @Nullable Told read(String part, Pipeline pipeline) {
        var at = part.lastIndexOf('@');
        var stage = at < 0 ? null : pipeline.named(part.substring(0, at).strip());
        if (stage == null) return null;
        try {
            return new Told(stage, LocalDate.parse(part.substring(at + 1).strip()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable FieldProblem problem(
            Told one, List<Told> before, @Nullable LocalDate closed, LocalDate today, String part) {
        if (one.stage().retired()) return FieldProblem.of(FIELD, "stage-retired", part);
        if (one.on().isAfter(today)) return FieldProblem.of(FIELD, "stage-to-come", part);
        var late = closed != null
                && one.stage().outcome() == Outcome.OPEN
                && one.on().isAfter(closed);
        var early = !before.isEmpty() && one.on().isBefore(before.getLast().on());
        return late || early ? FieldProblem.of(FIELD, "stage-out-of-order", part) : null;
    }
}
