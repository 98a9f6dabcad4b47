package zhanggui.activities;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhanggui.problems.FieldProblem;

/** What a row was read as. */
sealed interface Reading<T extends Arrival<S>, S> {
    /** @param before what it was, when it is known already */
    record Understood<T extends Arrival<S>, S>(
            T now, @Nullable S before) implements Reading<T, S> {}

    record Wrong<T extends Arrival<S>, S>(List<FieldProblem> problems) implements Reading<T, S> {}
}
