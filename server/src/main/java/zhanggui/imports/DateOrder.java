package zhanggui.imports;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which comes first in dates such as {@code 01/03/2017}. */
enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    /** What a column's texts prove about their order. */
    enum Evidence {
        /** No date in it depends on the order. */
        NOT_NEEDED,
        DAY_FIRST,
        MONTH_FIRST,
        /** Every date reads both ways, or they contradict each other. */
        UNDECIDED
    }

    static final Pattern SHORT =
            Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:[ T].*)?", Pattern.DOTALL);

    static Evidence evidence(Collection<String> texts) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        boolean either = false;
        for (var text : texts) {
            var date = SHORT.matcher(Values.plain(text));
            if (!date.matches()) continue;
            int first = Integer.parseInt(date.group(1));
            int second = Integer.parseInt(date.group(3));
            if (first > 12 && second <= 12) dayFirst = true;
            else if (second > 12 && first <= 12) monthFirst = true;
            else if (first != second && !date.group(2).equals(".")) either = true;
        }
        if (dayFirst != monthFirst) return dayFirst ? Evidence.DAY_FIRST : Evidence.MONTH_FIRST;
        return dayFirst || either ? Evidence.UNDECIDED : Evidence.NOT_NEEDED;
    }

    static Optional<DateOrder> of(Evidence evidence) {
        return switch (evidence) {
            case DAY_FIRST -> Optional.of(DAY_FIRST);
            case MONTH_FIRST -> Optional.of(MONTH_FIRST);
            case NOT_NEEDED, UNDECIDED -> Optional.empty();
        };
    }
}
