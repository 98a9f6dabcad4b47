package zhanggui.imports;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import zhanggui.problems.FieldProblem;

/** What a command's own rules have against it, in the words of the screens. */
public final class Violations {
    private Violations() {}

    public static List<FieldProblem> of(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(v -> FieldProblem.of(v.getPropertyPath().toString().replace(".<list element>", ""), code(v)))
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
