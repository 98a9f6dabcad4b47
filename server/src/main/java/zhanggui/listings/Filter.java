package zhanggui.listings;

import java.util.List;
import java.util.Map;

/** A condition as a person composes it on screen; never SQL. */
public sealed interface Filter {
    Filter EVERYTHING = new All(List.of());

    record All(List<Filter> parts) implements Filter {}

    record Any(List<Filter> parts) implements Filter {}

    record Compare(String column, Operator operator, List<String> values) implements Filter {}

    static Filter where(String column, Operator operator, String... values) {
        return new Compare(column, operator, List.of(values));
    }

    /** As it stands in a URL. */
    default Map<String, Object> toJson() {
        return FilterJson.write(this);
    }

    default Filter and(Filter other) {
        if (this.equals(EVERYTHING)) return other;
        return other.equals(EVERYTHING) ? this : new All(List.of(this, other));
    }
}
