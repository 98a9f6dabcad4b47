package zhanggui.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/** What a fact or a part of a rule is. */
public enum Kind {
    NUMBER(BigDecimal.class),
    TEXT(String.class),
    DAY(LocalDate.class),
    TRUTH(Boolean.class),
    /** Some texts, such as those a fact may be one of. */
    TEXTS(Set.class);

    private final Class<?> type;

    Kind(Class<?> type) {
        this.type = type;
    }

    boolean holds(Object value) {
        return type.isInstance(value);
    }
}
