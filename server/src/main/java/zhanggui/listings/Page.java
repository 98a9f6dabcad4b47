package zhanggui.listings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param total how many rows there are in all, under the same filter and scope; as counted, or as the client knew it
 * @param sums the sum of each totalled column asked for over all those rows, one per currency where it is money; none
 *     when the client knew the total
 * @param editable those of the rows the viewer may change; absent where nobody asked
 * @param before with it the page in front of this one is read
 * @param after with it the page behind this one is read
 */
public record Page(
        List<Row> rows,
        long total,
        Map<String, List<Sum>> sums,
        int page,
        int size,
        @Nullable Set<UUID> editable,
        @Nullable String before,
        @Nullable String after) {

    Page telling(Set<UUID> mayChange) {
        return new Page(rows, total, sums, page, size, mayChange, before, after);
    }

    /** @param cells by column key: text, number, flag, list of tags, {@link Money} or {@link Reference} */
    public record Row(UUID id, Map<String, @Nullable Object> cells) {}

    /** @param currency ISO 4217 */
    public record Money(BigDecimal amount, @Nullable String currency) {}

    public record Reference(UUID id, @Nullable String name) {}

    /** @param currency absent where a number is summed that is not money */
    public record Sum(BigDecimal amount, @Nullable String currency) {}

    /** The rows that share one value of a choice column. */
    public record Group(
            @Nullable String value, String label, @Nullable String color, long count, Map<String, List<Sum>> sums) {}
}
