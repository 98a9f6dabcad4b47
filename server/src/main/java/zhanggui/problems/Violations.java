package zhanggui.problems;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;

/** Holds what comes from files to the same limits as what comes from screens. */
public final class Violations {
    private Violations() {}

    /** What is wrong with a command, by its fields. */
    public static List<FieldProblem> of(Object command, Validator validator) {
        return validator.validate(command).stream()
                .map(v -> FieldProblem.of(v.getPropertyPath().toString(), code(v)))
                .sorted(java.util.Comparator.comparing(FieldProblem::field))
                .toList();
    }

    /** {@code NotBlank} → {@code not-blank}. */
    private static String code(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
