package zhanggui.problems;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Holds what comes from files to the same limits as what comes from screens. */
public final class Violations {
    private Violations() {}

    /** What a command's own rules have against it, by its fields. */
    public static List<FieldProblem> of(Object command, Validator validator) {
        return validator.validate(command).stream()
                .map(Violations::problem)
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList();
    }

    static FieldProblem problem(ConstraintViolation<?> violation) {
        var field = violation.getPropertyPath().toString().replace(".<list element>", "");
        return FieldProblem.of(
                field, code(violation.getConstraintDescriptor().getAnnotation().annotationType()));
    }

    /** {@code NotBlank} → {@code not-blank}. */
    private static String code(Class<? extends Annotation> rule) {
        return code(rule.getSimpleName());
    }

    static String code(String rule) {
        return rule.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
