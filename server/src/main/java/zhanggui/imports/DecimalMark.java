package zhanggui.imports;

import java.util.Collection;
import java.util.Optional;

/** What stands before the decimals of numbers; the other one then stands between thousands. */
enum DecimalMark {
    POINT,
    COMMA;

    /** What a column's texts prove; empty where nothing in it decides, or its texts contradict each other. */
    static Optional<DecimalMark> evidence(Collection<String> texts) {
        boolean point = false;
        boolean comma = false;
        for (var text : texts) {
            boolean readsWithPoint = Values.number(text, POINT).isPresent();
            boolean readsWithComma = Values.number(text, COMMA).isPresent();
            if (readsWithPoint && !readsWithComma) point = true;
            if (readsWithComma && !readsWithPoint) comma = true;
        }
        return point == comma ? Optional.empty() : Optional.of(point ? POINT : COMMA);
    }
}
