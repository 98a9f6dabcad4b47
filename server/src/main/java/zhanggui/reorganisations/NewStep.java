package zhanggui.reorganisations;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;
import zhanggui.reorganisations.Step.Seen;
import zhanggui.reorganisations.Step.Told;

/**
 * A change that is to be added to a draft.
 *
 * @param subject the unit or seat that is changed; absent where one is made
 * @param to the unit it goes into, or the seat it reports to; absent for the top, or for whom the tree says
 * @param person who is to sit there
 * @param name what it is to be called
 * @param head whether a seat is to lead its unit
 * @param version of the draft it is added to
 */
@Schema(name = "NewReorganisationStep")
record NewStep(
        @NotNull StepKind kind,
        @Nullable UUID subject,
        @Nullable UUID to,
        @Nullable UUID person,
        @Nullable @Size(max = 100) String name,
        @Nullable @Size(max = 100) String nameEn,
        @Nullable Boolean head,
        @NotNull Integer version) {

    /** @param made the key of what it makes */
    Step step(UUID id, UUID made) {
        var missing = new ArrayList<FieldProblem>();
        if (!kind.makes() && subject == null) missing.add(FieldProblem.of("subject", "required"));
        switch (kind) {
            case ADD_UNIT, RENAME_UNIT, RENAME_SEAT -> requireName(missing);
            case ADD_SEAT -> {
                requireName(missing);
                if (to == null) missing.add(FieldProblem.of("to", "required"));
            }
            case MOVE_SEAT -> {
                if (to == null) missing.add(FieldProblem.of("to", "required"));
            }
            case LEAD -> {
                if (head == null) missing.add(FieldProblem.of("head", "required"));
            }
            case SEAT_PERSON -> {
                if (person == null) missing.add(FieldProblem.of("person", "required"));
            }
            case MOVE_UNIT, CLOSE_UNIT, REPORT, CLOSE_SEAT, VACATE -> {}
        }
        if (!missing.isEmpty()) throw Refused.invalid(missing);
        var of = kind.makes() || subject == null ? made : subject;
        return new Step(
                id,
                kind,
                of,
                to,
                person,
                stripped(name),
                stripped(nameEn),
                head,
                Seen.NOTHING,
                new Told(null, null, null, null));
    }

    private void requireName(ArrayList<FieldProblem> missing) {
        if (stripped(name) == null) missing.add(FieldProblem.of("name", "required"));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
