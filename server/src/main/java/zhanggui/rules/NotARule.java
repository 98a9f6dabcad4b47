package zhanggui.rules;

import java.util.List;
import java.util.Locale;

/** Why a text is no rule. The words stand under {@code field.rule-<code>}. */
public final class NotARule extends RuntimeException {
    private final Why why;
    private final String where;

    /** In which way it is none. */
    public enum Why {
        EMPTY,
        TOO_LONG,
        TOO_DEEP,
        SIGN,
        SYNTAX,
        UNKNOWN_NAME,
        UNKNOWN_FUNCTION,
        KINDS,
        RESULT,
        NUMBER;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    NotARule(Why why, String where) {
        super(why + " " + where);
        this.why = why;
        this.where = where;
    }

    public Why why() {
        return why;
    }

    /** What of the text it is about. */
    public String where() {
        return where;
    }

    public List<Object> arguments() {
        return List.of(where);
    }
}
