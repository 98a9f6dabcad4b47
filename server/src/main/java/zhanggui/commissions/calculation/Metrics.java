package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import zhanggui.periods.Period;

/** Values that are measured elsewhere, such as the collection rate 回款率, up to the end of a month. */
@FunctionalInterface
public interface Metrics {
    Metrics NONE = (person, metric, month) -> null;

    /** Absent where it was not measured; what hangs on it then does as if it were 0. */
    @Nullable BigDecimal of(String person, String metric, Period month);
}
