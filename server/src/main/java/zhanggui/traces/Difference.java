package zhanggui.traces;

import java.math.BigDecimal;

/** One reason why a number is not what it was. */
public sealed interface Difference {
    /** The label of what is different. */
    String label();

    /** A business record counts that did not before. */
    record Came(String label, String ref, BigDecimal value) implements Difference {}

    /** A business record does not count any more. */
    record Went(String label, String ref, BigDecimal value) implements Difference {}

    /** A business record says something else. */
    record Says(String label, String ref, BigDecimal before, BigDecimal after) implements Difference {}

    /** A rule or plan says something else, such as a rate. */
    record Set(String label, BigDecimal before, BigDecimal after) implements Difference {}

    /** Another version of a rule was applied; what stands nowhere is empty. */
    record Rule(String label, String before, String after) implements Difference {}

    /** Something is done otherwise, or with other things. */
    record Done(String label) implements Difference {}

    /** What a step came to because of all that, from the inside to the number itself. */
    record Became(String label, BigDecimal before, BigDecimal after) implements Difference {}
}
