package zhanggui.problems;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule said no, and everybody reacts alike: the transaction is undone and the person is told why. */
public class Refused extends RuntimeException {
    private final transient Reason reason;
    private final transient List<Object> arguments;
    private final transient List<FieldProblem> fields;
    private final transient @Nullable Object current;
    private final @Nullable Duration retryAfter;

    private Refused(
            Reason reason,
            List<Object> arguments,
            List<FieldProblem> fields,
            @Nullable Object current,
            @Nullable Duration retryAfter) {
        super(reason.code() + (arguments.isEmpty() ? "" : arguments.toString()) + (fields.isEmpty() ? "" : fields));
        this.reason = reason;
        this.arguments = arguments;
        this.fields = fields;
        this.current = current;
        this.retryAfter = retryAfter;
    }

    public static Refused because(Reason reason, Object... arguments) {
        return new Refused(reason, List.of(arguments), List.of(), null, null);
    }

    /** Nothing there, or nothing this person may know of: the two are told apart nowhere. */
    public static Refused notFound() {
        return because(General.NOT_FOUND);
    }

    public static Refused notAllowed() {
        return because(General.NOT_ALLOWED);
    }

    public static Refused invalid(List<FieldProblem> fields) {
        return new Refused(General.INVALID, List.of(), List.copyOf(fields), null, null);
    }

    public static Refused invalid(String field, String code, Object... arguments) {
        return invalid(List.of(FieldProblem.of(field, code, arguments)));
    }

    /** Someone else saved first; {@code current} is what is stored now. */
    public static Refused stale(Object current) {
        return new Refused(General.STALE, List.of(), List.of(), current, null);
    }

    public static Refused later(Reason reason, Duration retryAfter) {
        return new Refused(reason, List.of(), List.of(), null, retryAfter);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldProblem> fields() {
        return fields;
    }

    public @Nullable Object current() {
        return current;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
