package zhanggui.listings;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A condition as a person composes it on screen; never SQL. */
public sealed interface Filter {
    Filter EVERYTHING = new All(List.of());

    record All(List<Filter> parts) implements Filter {}

    record Any(List<Filter> parts) implements Filter {}

    record Compare(String column, Operator operator, List<String> values) implements Filter {}

    static Filter where(String column, Operator operator, String... values) {
        return new Compare(column, operator, List.of(values));
    }

    /** @param json as it stands in a URL; nothing leaves nothing out */
    static Filter read(@Nullable String json) {
        return FilterJson.read(json);
    }

    /** As it stands in a URL. */
    default Map<String, Object> toJson() {
        return FilterJson.write(this);
    }

    /** Both at once, in one level however many are joined. */
    default Filter and(Filter other) {
        if (this.equals(EVERYTHING)) return other;
        if (other.equals(EVERYTHING)) return this;
        return new All(Stream.concat(parts(this), parts(other)).toList());
    }

    private static Stream<Filter> parts(Filter filter) {
        return filter instanceof All(var parts) ? parts.stream() : Stream.of(filter);
    }
}
